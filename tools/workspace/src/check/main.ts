import { workspaceRoot } from '../workspace-root.ts';
import { checks } from './checks.ts';
import { countResults } from './count-results.ts';
import { runCheck } from './run-check.ts';

/** `npm run check`: everything besides the tests. With --results, the tests of the last runs are added up too. */
const withResults = process.argv.includes('--results');
const totals = withResults ? countResults(workspaceRoot) : { passed: 0, failed: 0, skipped: 0 };

for (const check of checks) totals[runCheck(check) ? 'passed' : 'failed'] += 1;

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
