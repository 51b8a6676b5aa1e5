import { readTaskResults, readTaskRuns } from '../../results/read-tasks.ts';
import type { TestRun } from '../board.ts';

/** A test of a promise in the last run of its task. */
export interface PromiseRun extends TestRun {
  readonly promise: string;
  readonly name: string;
  /** `undefined` if the result came from Nx's cache on a machine that never ran the test. */
  readonly milliseconds: number | undefined;
}

/** Reads the results of the last runs, those from Nx's cache included. */
export function readResults(root: string): PromiseRun[] {
  const durations = new Map(
    readTaskRuns(root)
      .flatMap(({ files }) => Object.entries(files))
      .map(([file, { tests }]) => [file, tests]),
  );
  return readTaskResults(root).flatMap(({ level, tests }) =>
    tests.flatMap(({ file, name, outcome: state, meta: { promise } }) =>
      promise === undefined
        ? []
        : { promise, file, level, name, state, milliseconds: durations.get(file)?.[name] },
    ),
  );
}
