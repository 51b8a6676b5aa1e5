import type { GuardProblem } from '../guard-problem.ts';
import type { GuardRecord } from '../record.ts';

/**
 * A kind of state that the files of a worker share. `look` remembers it and returns the comparison for later, which tells
 * what has changed and puts it back.
 */
export type StateCheck = () => (record: GuardRecord) => readonly GuardProblem[];

// the original: a test may have replaced it
const { stringify } = JSON;

export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : stringify(value);
}
