import type { PromiseProof } from '../../mutation/index.ts';
import type { BoardTest, PromiseState } from '../board.ts';

export interface Evidence {
  readonly tests: readonly BoardTest[];
  /** True if all of the tests are pending. */
  readonly isPending: boolean;
  readonly waiver: string | undefined;
  /** The result of the last mutation run, if it still counts. */
  readonly proof: PromiseProof | undefined;
}

/** Returns the most urgent state that applies to a promise of a contract. */
export function stateOf({ tests, isPending, waiver, proof }: Evidence): PromiseState {
  const runs = tests.flatMap((test) => test.runs);
  if (runs.some(({ state }) => state === 'failed')) return 'failing';
  if (tests.length === 0) return waiver === undefined ? 'missing' : 'waived';
  if (tests.some(({ isStale }) => isStale)) return 'stale';
  if (isPending || !runs.some(({ state }) => state === 'passed')) return 'pending';
  return proof === undefined || proof.killed + proof.survived === 0 ? 'tested' : proof.state;
}
