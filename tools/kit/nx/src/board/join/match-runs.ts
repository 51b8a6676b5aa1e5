import type { PromiseRun } from '../read/read-results.ts';
import type { PlacedTest } from '../read/read-tests.ts';

/**
 * Assigns the runs of a promise to its tests. A run whose title matches none (the test was renamed since) counts for
 * the first test.
 */
export function matchRuns(
  tests: readonly PlacedTest[],
  runs: readonly PromiseRun[],
): Map<PlacedTest, PromiseRun[]> {
  const matched = new Map(tests.map((test): [PlacedTest, PromiseRun[]] => [test, []]));
  for (const run of runs) {
    const candidates = tests.filter((test) => test.file === run.file || !isSpec(test.file));
    const test = candidates.find(({ title }) => hasTitle(run.name, title)) ?? candidates[0] ?? tests[0];
    if (test !== undefined) matched.get(test)?.push(run);
  }
  return matched;
}

/** Tests in other files, such as suites, run as part of a spec file. */
function isSpec(file: string): boolean {
  return file.endsWith('.spec.ts');
}

/** True if a name ends with the title. `%s` and `$name` stand for the values of a parametrized test. */
function hasTitle(name: string, title: string): boolean {
  const words = title.split(/%[a-z#]|\$\{[^}]*\}|\$[\w.]+/i).map((text) => RegExp.escape(text));
  return new RegExp(`(?:^| > )${words.join('.*')}$`, 's').test(name);
}
