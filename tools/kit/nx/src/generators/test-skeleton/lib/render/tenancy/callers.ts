import type { Contract, Parameter } from '../../../../../contract-model/index.ts';
import { unspaced } from '../../../../lib/fixture-types.ts';
import { wordsOf } from '../../../../lib/words.ts';
import type { TestContext } from '../test-context.ts';

/** One of two tenants, as a test calls a contract on their behalf. */
export interface Caller {
  /** The expression whose members are called. */
  readonly subject: string;
  /** What is given where a member asks for the tenant; nothing where the subject itself is the tenant's. */
  readonly tenant: string | undefined;
}

export interface Callers {
  readonly owner: Caller;
  readonly otherTenant: Caller;
  readonly fixtures: readonly string[];
  isTenant(this: void, parameter: Parameter): boolean;
}

const plainTypes = new Set(['string', 'number', 'bigint']);

/**
 * The two tenants of a test: the fixtures `owner` and `otherTenant`, where members are given the tenant, else the
 * contract's fixture and one named `foreign…`, the same as another tenant sees it. Nothing where there are none.
 */
export function callersOf(contract: Contract, context: TestContext): Callers | undefined {
  const { subject, isOwn } = context;
  if (subject === undefined || !isOwn) return undefined;
  const type = context.fixtureTypes.get('owner');
  const isTenant = (parameter: Parameter) =>
    unspaced(parameter.type.text) === type &&
    (!plainTypes.has(type) || /^(?:organi[sz]ation|org|tenant)/.test(parameter.name));
  if (type !== undefined && type === context.fixtureTypes.get('otherTenant')) {
    return {
      owner: { subject, tenant: 'owner' },
      otherTenant: { subject, tenant: 'otherTenant' },
      fixtures: [subject, 'owner', 'otherTenant'],
      isTenant,
    };
  }
  const foreign = `foreign${wordsOf(contract.name).className}`;
  if (!context.fixtures.includes(foreign)) return undefined;
  return {
    owner: { subject, tenant: undefined },
    otherTenant: { subject: foreign, tenant: undefined },
    fixtures: [subject, foreign],
    isTenant: () => false,
  };
}
