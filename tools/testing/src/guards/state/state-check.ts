import type { Fault } from '../fault.ts';
import type { GuardRecord } from '../record.ts';

/**
 * A kind of state that the files of a worker share. `look` remembers it and returns the comparison for later, which tells
 * what has changed and puts it back.
 */
export type StateCheck = () => (record: GuardRecord) => readonly Fault[];

export function quote(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
