import { median, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { makeTests, type ManyTests, removeTests, runTests } from './many-tests.ts';

/** pytest with an SQLAlchemy savepoint and factory_boy, the same work, one worker, on the machine of the first measurements. */
const seedsPerTest = 4.7;

const files = 63;
/** Several times as many show what a test costs when start and warming up are spread over more of them. */
const more = 4;

/** The time of a whole run of integration tests, by one worker and by two, from the first process to the last result. */
export async function timeManyTests(runs: number): Promise<void> {
  await using few = await manyTests(files);
  await using many = await manyTests(files * more);
  const [one, two] = await inTurn(few, runs);
  const [oneOfMany, twoOfMany] = await inTurn(many, runs);
  const row = (name: string, time: number, { count }: ManyTests) => [
    ...[count.toLocaleString('en'), name, seconds(time), (time / count).toFixed(2)],
  ];
  printTable(
    ['tests', 'with', 'total', 'ms per test'],
    [
      row('pytest, savepoint, factory_boy', seedsPerTest * few.count, few),
      row('one worker', one, few),
      row('two workers', two, few),
      row('one worker', oneOfMany, many),
      row('two workers', twoOfMany, many),
    ],
  );
  console.log(`\nOne worker: ${times(seedsPerTest * few.count, one)} as fast as pytest; the goal is 2.`);
  console.log(
    `Two workers: ${times(one, two)} as fast as one, ${times(oneOfMany, twoOfMany)} with ${more} times as many`,
  );
  console.log(`tests, ${times(oneOfMany - one, twoOfMany - two)} for each further test; the goal is 1.6.`);
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
