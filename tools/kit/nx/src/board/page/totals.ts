import { type PromiseState, promiseStates } from '../board.ts';
import type { Totals } from './page-data.ts';

/** Counts promises by state. */
export function totalsOf(promises: readonly { readonly state: PromiseState }[]): Totals {
  const totals = Object.fromEntries(promiseStates.map((state) => [state, 0])) as Record<PromiseState, number>;
  for (const { state } of promises) totals[state] += 1;
  return totals;
}

export interface Share {
  readonly tested: number;
  /** All promises of the contracts that a test is expected for: an orphan has no contract, a waived one no test. */
  readonly expected: number;
  /** Rounded down, so that 100 means all. */
  readonly percent: number;
}

/** Returns the share of the promises that are tested. */
export function testedShare(totals: Totals): Share {
  const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
  const expected = all - totals.orphaned - totals.unplanned - totals.waived;
  const tested = totals.tested + totals.proven;
  return { tested, expected, percent: expected === 0 ? 0 : Math.floor((100 * tested) / expected) };
}
