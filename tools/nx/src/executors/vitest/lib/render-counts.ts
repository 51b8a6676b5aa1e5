import { styleText } from 'node:util';
import type { Counts, Outcome } from './module-report.ts';

const colors = { passed: 'green', failed: 'red', skipped: 'yellow', pending: 'cyan' } as const;

/** `12 passed, 1 failed, 2 pending`: only what there is. */
export function renderCounts(counts: Counts): string {
  const parts = (Object.keys(colors) as Outcome[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => styleText(colors[outcome], `${counts[outcome]} ${outcome}`));
  return parts.length === 0 ? styleText('red', 'no tests') : parts.join(', ');
}
