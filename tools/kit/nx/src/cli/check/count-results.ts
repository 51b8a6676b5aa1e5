import { readTaskResults } from '../../results/read-tasks.ts';

/** Adds up the result files of the last test runs. Pending tests count as skipped. */
export function countResults(root: string): { passed: number; failed: number; skipped: number } {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const { tests } of readTaskResults(root))
    for (const { outcome } of tests)
      totals[outcome === 'passed' || outcome === 'failed' ? outcome : 'skipped'] += 1;
  return totals;
}
