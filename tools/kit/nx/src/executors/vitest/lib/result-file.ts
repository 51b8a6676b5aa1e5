import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { outcomeOf, testsOf } from './module-report.ts';
import type { EndedTask } from './task-ledger.ts';

/** Writes the outcome of each test of a task, with its tags and its meta (the promise that it proves). */
export function writeResults({ task, reports }: EndedTask, root: string): string {
  const tests = testsOf(reports).map((test) => ({
    file: relative(root, test.module.moduleId),
    name: test.fullName,
    outcome: outcomeOf(test),
    tags: test.tags,
    meta: test.meta(),
  }));
  const content = `${JSON.stringify({ project: task.project, level: task.level, tests: tests.toSorted(byName) }, null, 1)}\n`;
  mkdirSync(dirname(task.resultFile), { recursive: true });
  writeFileSync(task.resultFile, content);
  return content;
}

function byName(one: { file: string; name: string }, other: { file: string; name: string }): number {
  return one.file.localeCompare(other.file) || one.name.localeCompare(other.name);
}
