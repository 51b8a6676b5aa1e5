import type { Template } from '@vouch/testing/servers';
import { medianTimes, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { makeTests, type ManyTests, removeTests, runTests } from './many-tests.ts';
import { openPytest } from './open-pytest.ts';

const files = 63;
/** Several times as many tests spread the start-up cost further. */
const more = 4;

/**
 * Times a whole run of integration tests with one worker, two workers and pytest, from the first process to the last
 * result.
 */
export async function timeManyTests(template: Template, runs: number): Promise<void> {
  await using few = await manyTests(files);
  await using many = await manyTests(files * more);
  await using pytest = await openPytest(template);
  await runTests(few, 1);
  const timesOf = async (tests: ManyTests): Promise<Times> => {
    const byWorkers = [1, 2].map((workers) => () => runTests(tests, workers));
    const byPytest = pytest === undefined ? [] : [() => pytest.run(tests.count)];
    const [one = 0, two = 0, third] = await medianTimes(runs, [...byWorkers, ...byPytest]);
    return { count: tests.count, one, two, pytest: third };
  };
  report(await timesOf(few), await timesOf(many));
}

interface Times {
  readonly count: number;
  readonly one: number;
  readonly two: number;
  readonly pytest: number | undefined;
}

function report(few: Times, many: Times): void {
  printTable(['tests', 'with', 'total', 'ms per test', 'against one worker'], [few, many].flatMap(rowsOf));
  const further = times(many.one - few.one, many.two - few.two);
  console.log(
    `\nTwo workers: ${times(few.one, few.two)} as fast as one, ${times(many.one, many.two)} with ${more} times as many`,
  );
  console.log(`tests, ${further} for each further test; the goal is 1.6.`);
  if (few.pytest !== undefined)
    console.log(`One worker: ${times(few.pytest, few.one)} as fast as pytest; the goal is 2.`);
}

function rowsOf({ count, one, two, pytest }: Times): string[][] {
  const row = (name: string, time: number) => [
    ...[count.toLocaleString('en'), name, seconds(time), (time / count).toFixed(2), times(time, one)],
  ];
  const byPytest = pytest === undefined ? [] : [row('pytest, savepoint, factory_boy', pytest)];
  return [...byPytest, row('one worker', one), row('two workers', two)];
}

async function manyTests(count: number): Promise<ManyTests & AsyncDisposable> {
  const tests = await makeTests(count);
  return { ...tests, [Symbol.asyncDispose]: () => removeTests(tests) };
}
