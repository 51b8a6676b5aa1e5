import { styleText } from 'node:util';
import type { Counts } from './module-report.ts';

/** `12 passed, 1 failed, 54 not run: no redis`. Leaves out zero counts. */
export function renderCounts({ passed, failed, skipped, pending, missing }: Counts): string {
  const lacking = Object.entries(missing);
  const notRun = lacking.reduce((sum, [, tests]) => sum + tests, 0);
  const parts = [
    count(passed, 'green', 'passed'),
    count(failed, 'red', 'failed'),
    count(skipped - notRun, 'yellow', 'skipped'),
    count(pending, 'cyan', 'pending'),
    ...lacking.map(([name, tests]) => count(tests, 'yellow', `not run: no ${name}`)),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? styleText('red', 'no tests') : parts.join(', ');
}

function count(tests: number, color: 'green' | 'red' | 'yellow' | 'cyan', what: string): string | undefined {
  return tests === 0 ? undefined : styleText(color, `${tests} ${what}`);
}
