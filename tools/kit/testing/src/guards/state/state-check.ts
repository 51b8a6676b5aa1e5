import type { GuardProblem } from '../guard-problem.ts';
import type { GuardRecord } from '../record.ts';

/**
 * A check of state that the files of a worker share. It remembers the state and returns a function that compares it
 * later, reports the changes and undoes them.
 */
export type StateCheck = () => (record: GuardRecord) => readonly GuardProblem[];

// Keeps the original function, because a test may replace it.
const { stringify } = JSON;

export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : stringify(value);
}
