import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** Names the file in which child processes tell the test worker what they tried; set in their environment only. */
export const reportVariable = 'VOUCH_NETWORK_REPORT';

/** The file of this worker. Threads share its pid, so they need not be told. */
export function reportFile(): string {
  return join(tmpdir(), `vouch-network-${process.pid}.txt`);
}

/** In a child process or thread: tells the worker that runs the test. */
export function reportToParent(what: string): void {
  const file = process.env[reportVariable] ?? (isMainThread ? undefined : reportFile());
  if (file !== undefined) appendFileSync(file, `${what}\n`);
}

/** In a test worker that a guarded test has started: its tries are its own tests' problem, not that test's. */
export function stopReporting(): void {
  Reflect.deleteProperty(process.env, reportVariable);
}

/** In the worker: what children and threads have told since the last time. */
export function readReport(): string[] {
  try {
    const lines = readFileSync(reportFile(), 'utf8').trim().split('\n');
    rmSync(reportFile());
    return lines;
  } catch {
    return [];
  }
}
