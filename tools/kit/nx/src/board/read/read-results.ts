import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskResults, TaskRun } from '../../results/task-results.ts';
import type { TestRun, TestState } from '../board.ts';

/** A test of a promise in the last run of its task. */
export interface PromiseRun extends TestRun {
  readonly promise: string;
  readonly name: string;
  /** `undefined` if the result came from Nx's cache on a machine that never ran the test. */
  readonly milliseconds: number | undefined;
}

/** Reads the results of the last runs, those from Nx's cache included. */
export function readResults(root: string): PromiseRun[] {
  return globSync('.vouch/results/**/*.json', { cwd: root })
    .toSorted()
    .flatMap((path) => runsIn(root, path));
}

function runsIn(root: string, path: string): PromiseRun[] {
  const { level, tests } = JSON.parse(readFileSync(join(root, path), 'utf8')) as TaskResults;
  const { files } = readRun(root, path);
  return tests.flatMap(({ file, name, outcome, meta: { promise } }) => {
    if (typeof promise !== 'string') return [];
    const state: TestState = outcome;
    return [{ promise, file, level, name, state, milliseconds: files[file]?.tests[name] }];
  });
}

function readRun(root: string, path: string): TaskRun {
  try {
    return JSON.parse(readFileSync(join(root, path.replace('/results/', '/runs/')), 'utf8')) as TaskRun;
  } catch {
    return { files: {} };
  }
}
