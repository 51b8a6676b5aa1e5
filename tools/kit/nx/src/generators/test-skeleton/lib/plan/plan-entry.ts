import type { FoundTest } from '../model/found-test.ts';
import type { PlannedTest } from '../model/planned-test.ts';

/**
 * How a promise stands:
 * - `missing`: no test names it
 * - `outdated`: its pending test says what the contract no longer says
 * - `planned`: a pending test, as generated
 * - `edited`: a pending test that somebody changed
 * - `written`: a test that runs
 * - `waived`: `@untested`
 * - `orphaned`: a test whose promise is gone
 */
export type State = 'missing' | 'outdated' | 'planned' | 'edited' | 'written' | 'waived' | 'orphaned';

/** `accept` writes the contract's revision into a test that somebody wrote, because they said that it still holds. */
export type Action = 'add' | 'refresh' | 'remove' | 'accept' | 'leave';

export interface PlanEntry {
  readonly id: string;
  readonly state: State;
  readonly action: Action;
  /** The contract has changed since somebody wrote or edited the test. */
  readonly isStale: boolean;
  readonly planned?: PlannedTest;
  readonly test?: FoundTest;
  /** Tests whose revision is to be the contract's. */
  readonly stale?: readonly FoundTest[];
}
