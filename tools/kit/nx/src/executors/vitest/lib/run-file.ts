import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type ModuleReport, testsOf } from './module-report.ts';
import { readTaskRun, runFile } from '../../../results/read-tasks.ts';
import type { EndedTask } from './task-ledger.ts';
import type { FileRun, TaskRun } from '../../../results/task-results.ts';

/** Writes the durations of a task's tests and the files that they used, and keeps those of files that did not run. */
export function writeRun({ task, reports }: EndedTask, root: string): void {
  const path = join(root, runFile(task.projectRoot, task.level));
  const kept = Object.entries(readTaskRun(path).files).filter(([file]) => existsSync(join(root, file)));
  const ran = reports.map((report): [string, FileRun] => [relative(root, report.file), fileRun(report)]);
  const run: TaskRun = { files: Object.fromEntries([...kept, ...ran]) };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(run));
}

function fileRun(report: ModuleReport): FileRun {
  const tests = testsOf([report]).map((test): [string, number] => [
    test.fullName,
    Math.round(test.diagnostic()?.duration ?? 0),
  ]);
  const used = Object.entries(report.module?.meta().usage?.files ?? {})
    .filter(([, { how }]) => how !== 'looked for')
    .map(([file]) => file);
  return { tests: Object.fromEntries(tests), used: used.toSorted() };
}
