import type { BoardPromise, PromiseState } from './board.ts';
import { totalsOf } from './totals.ts';

/** The states that the gate refuses unless a limit allows them. */
export const refusedStates: readonly PromiseState[] = ['failing', 'missing', 'orphaned', 'stale', 'unproven'];

/** Returns a line for each state with more promises than allowed. */
export function exceededLimits(
  promises: readonly BoardPromise[],
  limits: Readonly<Partial<Record<PromiseState, number>>>,
): string[] {
  const totals = totalsOf(promises);
  const allowed = { ...Object.fromEntries(refusedStates.map((state) => [state, 0])), ...limits };
  return Object.entries(allowed)
    .filter(([state, limit]) => totals[state as PromiseState] > limit)
    .map(([state, limit]) => {
      const count = totals[state as PromiseState];
      return `${count} ${count === 1 ? 'promise is' : 'promises are'} ${state}. Expected at most ${limit}. See: npm run board -- --state=${state}`;
    });
}
