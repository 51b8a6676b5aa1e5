import { parseArgs } from 'node:util';
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import { countResults } from './count-results.ts';
import { ownChecks } from './own-checks.ts';
import { runCheck } from './run-check.ts';

/**
 * Runs `npm run check`: all checks except the tests. With --results, it also adds up the results of the last test
 * runs.
 */
export async function checkCommand(root: string, args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { results: { type: 'boolean', default: false } },
  });
  const selected = select([...checks, ...ownChecks(root)], positionals);
  const totals = values.results ? countResults(root) : { passed: 0, failed: 0, skipped: 0 };
  for (const check of selected) totals[(await runCheck(root, check)) ? 'passed' : 'failed'] += 1;
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return totals.failed > 0 ? 1 : 0;
}

function select(known: readonly Check[], names: readonly string[]): readonly Check[] {
  const unknown = names.find((name) => known.every((check) => check.name !== name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no check ${JSON.stringify(unknown)}. Expected one of: ${known.map(({ name }) => name).join(', ')}`,
    );
  }
  return names.length === 0 ? known : known.filter(({ name }) => names.includes(name));
}
