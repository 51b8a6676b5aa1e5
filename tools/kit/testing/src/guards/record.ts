import { AsyncLocalStorage } from 'node:async_hooks';
import type { GuardProblem } from './guard-problem.ts';
import type { Rules } from './rules.ts';
import { oncePerWorker } from '../worker/once-per-worker.ts';

/** A timer or handle, who made it and where. */
export interface Resource {
  readonly type: string;
  readonly handle: object;
  readonly origin: Error;
  /** The test that made it, once it has been handed over to its file. */
  readonly by?: string;
}

/** What the guards know about a running file, or about one of its tests. */
export interface GuardRecord {
  /** How it is called in a message: `leaky.spec.ts`, `the test "sends a mail"`. */
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

/** Runs something on behalf of a file or test: what is made inside, also later, is theirs. */
export function onBehalfOf<T>(record: GuardRecord, run: () => T): T {
  return slots.running.run(record, run);
}

/**
 * Runs something whose timers and handles are to outlive the test, because they belong to the worker:
 * a connection pool, say. They are nobody's leak.
 */
export function outlive<T>(make: () => T): T {
  return slots.running.run(null, make);
}

/** Whose code is running: a test's, its file's, or nobody's (between files, or inside `outlive`). */
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

/** Notes a problem of a test or file. One that comes to light when that has ended is told by its file, or by the one that runs. */
export function blame(record: GuardRecord | undefined, problem: GuardProblem): void {
  if (!record?.ended) return void record?.problems.push(problem);
  const late = `${problem.what}, left over by ${record.subject} of ${record.filepath}`;
  responsibleRecord(record)?.problems.push({ ...problem, what: late });
}

/** Who answers for a record: itself while it runs, then its file, then the file that runs. */
export function responsibleRecord(record: GuardRecord): GuardRecord | undefined {
  if (!record.ended) return record;
  return record.file?.ended === false ? record.file : slots.file;
}
