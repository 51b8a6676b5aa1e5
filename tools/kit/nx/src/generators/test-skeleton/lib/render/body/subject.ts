import type { Contract } from '../../../../../contract-model/index.ts';
import type { TestContext } from '../../model/test-context.ts';
import type { ImportOf } from '../../../../lib/insert-import.ts';

/** What a test calls the members of, and how it comes by it. */
export interface Subject {
  readonly name: string;
  readonly fixtures: readonly string[];
  readonly imports: readonly ImportOf[];
  /** A statement that makes it: in a suite each run of a property has one of its own. */
  readonly making: readonly string[];
}

/** Nothing where the contract is at hand under no name: there is no fixture of it yet. */
export function subjectOf(contract: Contract, context: TestContext): Subject | undefined {
  const { subject, isOwn, isSuite } = context;
  const nothing = { fixtures: [], imports: [], making: [] };
  if (contract.members.some(({ name }) => name === 'then')) return undefined;
  if (subject !== undefined && isOwn && isSuite)
    return { ...nothing, name: subject, making: [`const ${subject} = await create();`] };
  if (subject !== undefined && isOwn) return { ...nothing, name: subject, fixtures: [subject] };
  if (!context.exportedValues.includes(contract.name)) return undefined;
  const from = context.contractPackage;
  return { ...nothing, name: contract.name, imports: [{ name: contract.name, from }] };
}
