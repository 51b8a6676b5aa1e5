import type { FoundTest } from '../../../../promise-tests/found-test.ts';
import type { PlannedTest } from '../model/planned-test.ts';

/**
 * The state of a promise:
 * - `missing`: no test names it
 * - `outdated`: its pending test states an earlier version of the contract
 * - `planned`: a pending test, as generated
 * - `edited`: a pending test that a person changed
 * - `written`: a test that runs
 * - `waived`: `@untested`
 * - `orphaned`: a test whose promise is gone
 */
export type State = 'missing' | 'outdated' | 'planned' | 'edited' | 'written' | 'waived' | 'orphaned';

/** `accept` writes the contract's revision into a handwritten test, because a person confirmed the test. */
export type Action = 'add' | 'refresh' | 'remove' | 'accept' | 'leave';

export interface PlanEntry {
  readonly id: string;
  readonly state: State;
  readonly action: Action;
  /** The contract has changed since a person wrote or edited the test. */
  readonly isStale: boolean;
  readonly planned?: PlannedTest;
  readonly test?: FoundTest;
  /** Tests that get the contract's revision. */
  readonly stale?: readonly FoundTest[];
}
