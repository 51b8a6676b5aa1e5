import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * The variable with the path of the file in which child processes report attempts to the test worker. It is set only
 * in their environment.
 */
export const reportVariable = 'VOUCH_NETWORK_REPORT';

/** Returns the report file of this worker. Threads have the same pid, so they need no variable. */
export function reportFile(): string {
  return join(tmpdir(), `vouch-network-${process.pid}.txt`);
}

/** Reports an attempt to the worker that runs the test. Called in child processes and threads. */
export function reportToParent(what: string): void {
  const file = process.env[reportVariable] ?? (isMainThread ? undefined : reportFile());
  if (file !== undefined) appendFileSync(file, `${what}\n`);
}

/** Stops reporting to an outer test run: a test worker that a test started reports to its own tests. */
export function stopReporting(): void {
  Reflect.deleteProperty(process.env, reportVariable);
}

/** Returns the attempts that child processes and threads have reported since the last call. */
export function readReport(): string[] {
  try {
    const lines = readFileSync(reportFile(), 'utf8').trim().split('\n');
    rmSync(reportFile());
    return lines;
  } catch {
    return [];
  }
}
