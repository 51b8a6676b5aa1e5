import type { Template } from '@vouch/testing/database';
import { medianTimes, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { makeTests, type ManyTests, removeTests, runTests } from './many-tests.ts';
import { openPytest } from './open-pytest.ts';

const files = 63;
/** Several times as many show what a test costs when start and warming up are spread over more of them. */
const more = 4;

/** The time of a whole run of integration tests, by one worker and by two, from the first process to the last result. */
export async function timeManyTests(template: Template, runs: number): Promise<void> {
  await using few = await manyTests(files);
  await using many = await manyTests(files * more);
  await using pytest = await openPytest(template, few.count);
  await runTests(few, 1);
  const runPytest = pytest === undefined ? [] : [pytest.run];
  const [one = 0, two = 0, byPytest] = await medianTimes(runs, [...byWorkers(few), ...runPytest]);
  const [oneOfMany = 0, twoOfMany = 0] = await medianTimes(runs, byWorkers(many));
  const row = (name: string, time: number, { count }: ManyTests) => [
    ...[count.toLocaleString('en'), name, seconds(time), (time / count).toFixed(2)],
  ];
  printTable(
    ['tests', 'with', 'total', 'ms per test'],
    [
      ...(byPytest === undefined ? [] : [row('pytest, savepoint, factory_boy', byPytest, few)]),
      row('one worker', one, few),
      row('two workers', two, few),
      row('one worker', oneOfMany, many),
      row('two workers', twoOfMany, many),
    ],
  );
  if (byPytest !== undefined)
    console.log(`\nOne worker: ${times(byPytest, one)} as fast as pytest; the goal is 2.`);
  console.log(
    `\nTwo workers: ${times(one, two)} as fast as one, ${times(oneOfMany, twoOfMany)} with ${more} times as many`,
  );
  console.log(`tests, ${times(oneOfMany - one, twoOfMany - two)} for each further test; the goal is 1.6.`);
}

function byWorkers(tests: ManyTests): (() => Promise<void>)[] {
  return [1, 2].map((workers) => () => runTests(tests, workers));
}

async function manyTests(count: number): Promise<ManyTests & AsyncDisposable> {
  const tests = await makeTests(count);
  return { ...tests, [Symbol.asyncDispose]: () => removeTests(tests) };
}
