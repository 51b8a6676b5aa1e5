import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ResultFile {
  readonly tests: readonly { readonly outcome: string }[];
}

/** Adds up the result files of the last test runs. Pending tests count as skipped. */
export function countResults(root: string): { passed: number; failed: number; skipped: number } {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of globSync('.vouch/results/**/*.json', { cwd: root })) {
    const { tests } = JSON.parse(readFileSync(join(root, file), 'utf8')) as ResultFile;
    for (const { outcome } of tests) {
      totals[outcome === 'passed' || outcome === 'failed' ? outcome : 'skipped'] += 1;
    }
  }
  return totals;
}
