import { median, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { makeTests, removeTests, runTests, testCount } from './many-tests.ts';

/** pytest with an SQLAlchemy savepoint and factory_boy, the same work, one worker, on the machine of the first measurements. */
const seedsPerTest = 4.7;

/** The time of a whole run of integration tests, by one worker and by two. */
export async function timeManyTests(runs: number): Promise<void> {
  const folder = await makeTests();
  try {
    const one = await medianRun(folder, 1, runs);
    const two = await medianRun(folder, 2, runs);
    const perTest = (time: number) => (time / testCount).toFixed(2);
    printTable(
      [`${testCount.toLocaleString('en')} tests`, 'total', 'ms per test'],
      [
        ['pytest, savepoint, factory_boy', seconds(seedsPerTest * testCount), seedsPerTest.toFixed(2)],
        ['one worker', seconds(one), perTest(one)],
        ['two workers', seconds(two), perTest(two)],
      ],
    );
    console.log(`\nOne worker: ${times(seedsPerTest * testCount, one)} as fast as pytest; the goal is 2.`);
    console.log(`Two workers: ${times(one, two)} as fast as one; the goal is 1.6 on two idle cores.`);
  } finally {
    await removeTests(folder);
  }
}

async function medianRun(folder: string, workers: number, runs: number): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await runTests(folder, workers));
  return median(measured);
}
