import type { Contract } from '../../../../../contract-model/index.ts';
import type { TestContext } from '../../model/test-context.ts';
import type { ImportOf } from '../../../../lib/insert-import.ts';

/** The object whose members a test calls, and its origin. */
export interface Subject {
  readonly name: string;
  readonly fixtures: readonly string[];
  readonly imports: readonly ImportOf[];
  /** A statement that creates it: in a suite, each run of a property gets a new one. */
  readonly making: readonly string[];
}

/** Returns `undefined` if the contract has no fixture yet. */
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
