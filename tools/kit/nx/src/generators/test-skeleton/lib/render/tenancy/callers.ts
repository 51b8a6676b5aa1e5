import type { Contract, Parameter } from '../../../../../contract-model/index.ts';
import { withoutSpaces } from '../../../../lib/fixture-types.ts';
import { nameForms } from '../../../../lib/name-forms.ts';
import { otherTenantIn } from '../../model/tenant-fixtures.ts';
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
  readonly other: Caller;
  readonly fixtures: readonly string[];
  isTenant(this: void, parameter: Parameter): boolean;
}

const plainTypes = new Set(['string', 'number', 'bigint']);

/**
 * Returns the two tenants of a test: the fixtures `owner` and `otherTenant` if members take the tenant, else the
 * contract's fixture and the fixture `foreign…`, which is the other tenant's. `undefined` if the fixtures are
 * missing.
 */
export function callersOf(contract: Contract, context: TestContext): Callers | undefined {
  const { subject, isOwn } = context;
  if (subject === undefined || !isOwn) return undefined;
  const type = context.fixtureTypes.get('owner');
  const other = otherTenantIn(context.fixtureTypes);
  const isTenant = (parameter: Parameter) =>
    withoutSpaces(parameter.type.text) === type &&
    (!plainTypes.has(type) || /^(?:organi[sz]ation|org|tenant)/.test(parameter.name));
  if (other !== undefined) {
    return {
      owner: { subject, tenant: 'owner' },
      other: { subject, tenant: other },
      fixtures: [subject, 'owner', other],
      isTenant,
    };
  }
  const foreign = `foreign${nameForms(contract.name).className}`;
  if (!context.fixtures.includes(foreign)) return undefined;
  return {
    owner: { subject, tenant: undefined },
    other: { subject: foreign, tenant: undefined },
    fixtures: [subject, foreign],
    isTenant: () => false,
  };
}
