import type { BoardTest, MutantCount, PromiseState } from '../board.ts';

export interface Evidence {
  readonly tests: readonly BoardTest[];
  /** True if all of the tests are pending. */
  readonly isPending: boolean;
  readonly waiver: string | undefined;
  readonly mutants: MutantCount | undefined;
}

/** Returns the most urgent state that applies to a promise of a contract. */
export function stateOf({ tests, isPending, waiver, mutants }: Evidence): PromiseState {
  const runs = tests.flatMap((test) => test.runs);
  if (runs.some(({ state }) => state === 'failed')) return 'failing';
  if (tests.length === 0) return waiver === undefined ? 'missing' : 'waived';
  if (tests.some(({ isStale }) => isStale)) return 'stale';
  if (isPending || !runs.some(({ state }) => state === 'passed')) return 'pending';
  if (mutants === undefined || mutants.killed + mutants.survived === 0) return 'tested';
  return mutants.killed > 0 ? 'proven' : 'unproven';
}
