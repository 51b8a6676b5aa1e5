import { countTests, hasFailed, testsOf } from './module-report.ts';
import type { RunSettings } from './run-settings.ts';
import { skippedTests } from './skipped-tests.ts';
import type { EndedTask } from './task-ledger.ts';

export type Verdict = 'passed' | 'failed' | 'nothing ran';

/** A task has passed only where its tests ran and passed. */
export function verdictOf(
  { reports }: EndedTask,
  { ci, required, typed }: Pick<RunSettings, 'ci' | 'required' | 'typed'>,
): Verdict {
  const tests = testsOf(reports);
  const counts = countTests(tests);
  if (tests.length === 0 || counts.failed > 0 || reports.some(hasFailed)) return 'failed';
  if (Object.keys(counts.missing).some((name) => required.includes(name))) return 'failed';
  if (ci && skippedTests(tests, typed).some(({ reason }) => reason === undefined)) return 'failed';
  return counts.passed === 0 ? 'nothing ran' : 'passed';
}

/** Whether the result may be stored under the key of the task: a test that was skipped is not in the key. */
export function isComplete({ reports }: EndedTask): boolean {
  return countTests(testsOf(reports)).skipped === 0;
}
