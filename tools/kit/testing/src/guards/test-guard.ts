import type { RunnerTestCase } from 'vitest';
import { throwGuardProblems } from './guard-problem.ts';
import { type GuardRecord, onBehalfOf } from './record.ts';
import { networkProblemsOfChildren } from './network/child-network.ts';
import { handOver, leftHandles, leftTimers } from './resources/left-resources.ts';
import { liftedBy, rulesOf } from './rules.ts';
import { environment } from './state/environment.ts';
import { exitCode } from './state/exit-code.ts';
import { fakeTime } from './state/fake-time.ts';
import { globals } from './state/globals.ts';
import { listeners } from './state/listeners.ts';
import type { StateCheck } from './state/state-check.ts';
import { workingDirectory } from './state/working-directory.ts';

const checks: readonly StateCheck[] = [fakeTime, listeners, workingDirectory, exitCode, environment, globals];
const nextTurn = globalThis.setImmediate;

/** Guards one attempt of a test, including its hooks and fixtures. */
export async function guardTest(
  file: GuardRecord,
  task: Readonly<RunnerTestCase>,
  runTest: () => Promise<void>,
): Promise<void> {
  const record = recordOfTest(file, task);
  const comparisons = lookBefore(task);
  // Earlier reports of child processes belong to the file's hooks or came late, and not to this test.
  file.problems.push(...networkProblemsOfChildren(file));
  await onBehalfOf(record, runTest);
  await new Promise((resolve) => nextTurn(resolve));
  const left = leftTimers(record);
  if (record.rules.handlesPerTest) left.push(...(await leftHandles(record)));
  handOver(record, file);
  left.push(...comparisons.flatMap((compare) => compare(record)));
  record.problems.push(...networkProblemsOfChildren(record));
  record.ended = true;
  const wasGreen = task.result?.state !== 'fail';
  throwGuardProblems(
    record.subject,
    wasGreen && record.rules.leaks ? [...record.problems, ...left] : record.problems,
  );
}

let last: { suite?: object | undefined; comparisons: ReturnType<StateCheck>[] } = { comparisons: [] };

/**
 * Remembers the shared state before a test, unless nothing can have changed since the previous test: hooks outside of
 * tests run only where a suite begins or ends. Concurrent tests cannot be distinguished, so their file is checked at
 * its end.
 */
function lookBefore(task: Readonly<RunnerTestCase>): ReturnType<StateCheck>[] {
  if (task.concurrent) return [];
  const suite = task.suite ?? task.file;
  if (suite !== last.suite) last = { suite, comparisons: checks.map((look) => look()) };
  return last.comparisons;
}

function recordOfTest(file: GuardRecord, task: Readonly<RunnerTestCase>): GuardRecord {
  const { filepath, level } = file;
  const lifted = liftedBy(task.tags);
  if (lifted.length > 0) task.meta.liftedGuards = lifted;
  return {
    subject: `the test "${task.name}"`,
    ...{ filepath, level, file, rules: rulesOf(level, task.tags) },
    ...{ problems: [], resources: new Map(), ended: false },
  };
}
