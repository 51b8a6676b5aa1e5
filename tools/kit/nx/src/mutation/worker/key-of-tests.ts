import type { RunnerTestCase, RunnerTestSuite } from 'vitest';

/** Returns the tests of a file by key: their titles, with a number if several tests have the same. */
export function keyedTests(file: RunnerTestSuite): Map<string, RunnerTestCase> {
  const keyed = new Map<string, RunnerTestCase>();
  for (const { test, titles } of testsIn(file, [])) {
    const title = titles.join(' > ');
    let key = title;
    for (let number = 2; keyed.has(key); number += 1) key = `${title} (${number})`;
    keyed.set(key, test);
  }
  return keyed;
}

interface TitledTest {
  readonly test: RunnerTestCase;
  readonly titles: readonly string[];
}

function testsIn(suite: RunnerTestSuite, above: readonly string[]): TitledTest[] {
  return suite.tasks.flatMap((task) => {
    const titles = [...above, task.name];
    return task.type === 'suite' ? testsIn(task, titles) : [{ test: task, titles }];
  });
}
