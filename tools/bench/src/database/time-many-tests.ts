import { join } from 'node:path';
import type { Template } from '@vouch/testing/database';
import { median, medianTime, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { findPytest } from '../pytest.ts';
import { makeTests, type ManyTests, removeTests, runTests } from './many-tests.ts';

const files = 63;
/** Several times as many show what a test costs when start and warming up are spread over more of them. */
const more = 4;

/** The time of a whole run of integration tests, by one worker and by two, from the first process to the last result. */
export async function timeManyTests(template: Template, runs: number): Promise<void> {
  await using few = await manyTests(files);
  await using many = await manyTests(files * more);
  const pytest = await timePytest(template, few.count, runs);
  const [one, two] = await inTurn(few, runs);
  const [oneOfMany, twoOfMany] = await inTurn(many, runs);
  const row = (name: string, time: number, { count }: ManyTests) => [
    ...[count.toLocaleString('en'), name, seconds(time), (time / count).toFixed(2)],
  ];
  printTable(
    ['tests', 'with', 'total', 'ms per test'],
    [
      ...(pytest === undefined ? [] : [row('pytest, savepoint, factory_boy', pytest, few)]),
      row('one worker', one, few),
      row('two workers', two, few),
      row('one worker', oneOfMany, many),
      row('two workers', twoOfMany, many),
    ],
  );
  if (pytest !== undefined)
    console.log(`\nOne worker: ${times(pytest, one)} as fast as pytest; the goal is 2.`);
  console.log(
    `\nTwo workers: ${times(one, two)} as fast as one, ${times(oneOfMany, twoOfMany)} with ${more} times as many`,
  );
  console.log(`tests, ${times(oneOfMany - one, twoOfMany - two)} for each further test; the goal is 1.6.`);
}

/** The same work where a Python team would do it: factories that commit within a savepoint of the test. */
async function timePytest(template: Template, count: number, runs: number): Promise<number | undefined> {
  const pytest = await findPytest(['sqlalchemy', 'psycopg2', 'factory']);
  if (pytest === undefined) return undefined;
  console.log(`${pytest.version}\n`);
  await using database = await template.clone();
  const env = { BENCH_DATABASE_URL: database.appUrl, BENCH_TESTS: String(count) };
  return medianTime(runs, () => pytest.run(join(import.meta.dirname, 'pytest'), env));
}

/** One and two workers in turn, so that what else the machine does is fair to both. */
async function inTurn(tests: ManyTests, runs: number): Promise<readonly [one: number, two: number]> {
  const measured: Record<1 | 2, number[]> = { 1: [], 2: [] };
  await runTests(tests, 1);
  for (let run = 0; run < runs; run += 1)
    for (const workers of [1, 2] as const) measured[workers].push(await runTests(tests, workers));
  return [median(measured[1]), median(measured[2])];
}

async function manyTests(count: number): Promise<ManyTests & AsyncDisposable> {
  const tests = await makeTests(count);
  return { ...tests, [Symbol.asyncDispose]: () => removeTests(tests) };
}
