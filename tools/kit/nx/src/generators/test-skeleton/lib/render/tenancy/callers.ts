import type { Contract, Parameter } from '../../../../../contract-model/index.ts';
import { withoutSpaces } from '../../../../lib/fixture-types.ts';
import { nameForms } from '../../../../lib/name-forms.ts';
import type { TestContext } from '../../model/test-context.ts';

/** One of two tenants, with the call syntax on its behalf. */
export interface Caller {
  /** The expression whose members are called. */
  readonly subject: string;
  /** The argument for the tenant; undefined if the subject belongs to the tenant. */
  readonly tenant: string | undefined;
}

export interface Callers {
  readonly owner: Caller;
  readonly stranger: Caller;
  readonly fixtures: readonly string[];
  isTenant(this: void, parameter: Parameter): boolean;
}

const plainTypes = new Set(['string', 'number', 'bigint']);

/**
 * Returns the two tenants of a test: the fixtures `owner` and `stranger` if members take the tenant, else the
 * contract's fixture and the fixture `foreign…`, which is the other tenant's. `undefined` if the fixtures are
 * missing.
 */
export function callersOf(contract: Contract, context: TestContext): Callers | undefined {
  const { subject, isOwn } = context;
  if (subject === undefined || !isOwn) return undefined;
  const type = context.fixtureTypes.get('owner');
  const isTenant = (parameter: Parameter) =>
    withoutSpaces(parameter.type.text) === type &&
    (!plainTypes.has(type) || /^(?:organi[sz]ation|org|tenant)/.test(parameter.name));
  if (type !== undefined && type === context.fixtureTypes.get('stranger')) {
    return {
      owner: { subject, tenant: 'owner' },
      stranger: { subject, tenant: 'stranger' },
      fixtures: [subject, 'owner', 'stranger'],
      isTenant,
    };
  }
  const foreign = `foreign${nameForms(contract.name).className}`;
  if (!context.fixtures.includes(foreign)) return undefined;
  return {
    owner: { subject, tenant: undefined },
    stranger: { subject: foreign, tenant: undefined },
    fixtures: [subject, foreign],
    isTenant: () => false,
  };
}
