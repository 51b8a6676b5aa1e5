import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskResults, TaskRun } from './task-results.ts';

const [results, runs] = ['.vouch/results', '.vouch/runs'];

/** The file with the results of a task, relative to the workspace. */
export function resultFile(projectRoot: string, level: string): string {
  return `${results}/${projectRoot}/${level}.json`;
}

/** The file with the durations and the used files of a task. */
export function runFile(projectRoot: string, level: string): string {
  return `${runs}/${projectRoot}/${level}.json`;
}

/** Reads the results of the last run of each task, those from Nx's cache included. */
export function readTaskResults(root: string): TaskResults[] {
  return filesIn(root, results).map(
    (file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as TaskResults,
  );
}

/** Reads the last run of each task on this machine. */
export function readTaskRuns(root: string): TaskRun[] {
  return filesIn(root, runs).map((file) => readTaskRun(join(root, file)));
}

/** Reads a file with a run. One that does not exist, or was not written to its end, has no files. */
export function readTaskRun(path: string): TaskRun {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TaskRun;
  } catch {
    return { files: {} };
  }
}

function filesIn(root: string, folder: string): string[] {
  return globSync(`${folder}/**/*.json`, { cwd: root }).toSorted();
}
