import { styleText } from 'node:util';
import { capabilities } from '../../../capabilities/index.ts';
import { countTests, hasFailed, testsOf } from './module-report.ts';
import type { EndedTask } from './task-ledger.ts';

export type Verdict = 'passed' | 'failed' | 'nothing ran';

/** A task has passed only where its tests ran and passed. */
export function judge({ reports }: EndedTask, requiredCapabilities: readonly string[]): Verdict {
  const tests = testsOf(reports);
  const counts = countTests(tests);
  if (tests.length === 0 || counts.failed > 0 || reports.some(hasFailed)) return 'failed';
  if (Object.keys(counts.missing).some((name) => requiredCapabilities.includes(name))) return 'failed';
  return counts.passed + counts.pending > 0 ? 'passed' : 'nothing ran';
}

/** One line for each capability that was missing: what did not run, why, and how to get it. */
export function explainMissing(
  missing: Readonly<Record<string, number>>,
  required: readonly string[],
): string[] {
  return Object.entries(missing).map(([name, tests]) => {
    const remedy = capabilities.find((capability) => capability.name === name)?.remedy ?? '';
    const line = `${tests} ${tests === 1 ? 'test' : 'tests'} did not run: this machine has no ${name} (${remedy})`;
    return required.includes(name)
      ? styleText('red', `${line}; with CI set, ${name} is required (requiredInCi in nx.json)`)
      : styleText('yellow', line);
  });
}
