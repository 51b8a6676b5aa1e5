import { AsyncLocalStorage } from 'node:async_hooks';
import type { GuardProblem } from './guard-problem.ts';
import type { Rules } from './rules.ts';
import { oncePerWorker } from '../worker/once-per-worker.ts';

/** A timer or handle, and the code that created it. */
export interface Resource {
  readonly type: string;
  readonly handle: object;
  readonly origin: Error;
  /** The test that created it, after it was passed on to the test's file. */
  readonly by?: string;
}

/** The state of the guards for a running file or one of its tests. */
export interface GuardRecord {
  /** The name in messages: `leaky.spec.ts`, `the test "sends a mail"`. */
  readonly subject: string;
  readonly filepath: string;
  readonly level: string | undefined;
  readonly rules: Rules;
  readonly problems: GuardProblem[];
  readonly resources: Map<number, Resource>;
  /** The file of a test; undefined for a file. */
  readonly file?: GuardRecord;
  ended: boolean;
}

const slots = oncePerWorker('record', () => ({
  running: new AsyncLocalStorage<GuardRecord | null>(),
  file: undefined as GuardRecord | undefined,
}));

/** Runs code for a file or test. Everything that is created inside, even later, belongs to that file or test. */
export function onBehalfOf<T>(record: GuardRecord, run: () => T): T {
  return slots.running.run(record, run);
}

/**
 * Runs code whose timers and handles belong to the worker and outlive the test, for example a connection pool. They do
 * not count as leaks.
 *
 * @example
 * import { createServer } from 'node:net';
 * const server = outlive(() => createServer().listen(0, '127.0.0.1'));
 * server.close();
 */
export function outlive<T>(make: () => T): T {
  return slots.running.run(null, make);
}

/** Returns the record of the running code: of a test or its file; undefined between files and inside `outlive`. */
export function currentRecord(): GuardRecord | undefined {
  const store = slots.running.getStore();
  return store === null ? undefined : (store ?? slots.file);
}

export function currentFile(): GuardRecord | undefined {
  return slots.file;
}

export function openFile(record: GuardRecord | undefined): void {
  slots.file = record;
}

/** Records a problem of a test or file. If that has already ended, its file or the running file reports the problem. */
export function blame(record: GuardRecord | undefined, problem: GuardProblem): void {
  if (!record?.ended) return void record?.problems.push(problem);
  const late = `${problem.what}, left over by ${record.subject} of ${record.filepath}`;
  responsibleRecord(record)?.problems.push({ ...problem, what: late });
}

/** Returns the record that reports problems: this one while it runs, then its file, then the running file. */
export function responsibleRecord(record: GuardRecord): GuardRecord | undefined {
  if (!record.ended) return record;
  return record.file?.ended === false ? record.file : slots.file;
}
