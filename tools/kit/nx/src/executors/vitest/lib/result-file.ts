import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { TestCase } from 'vitest/node';
import { outcomeOf, testsOf } from './module-report.ts';
import type { Result, TaskResults } from '../../../results/task-results.ts';
import type { EndedTask } from './task-ledger.ts';

/**
 * Writes the outcome of each test of a task, with its tags and its meta (the promise that it proves). A run that
 * leaves out tests keeps the earlier outcomes of these.
 */
export function writeResults({ task, reports }: EndedTask, root: string, leavesOutTests: boolean): string {
  const ran = testsOf(reports).map((test) => resultOf(test, root));
  const tests = leavesOutTests ? [...keptResults(task.resultFile, ran, root), ...chosen(ran)] : ran;
  const results: TaskResults = {
    project: task.project,
    level: task.level,
    tests: tests.toSorted(byName),
  };
  const content = `${JSON.stringify(results, null, 1)}\n`;
  mkdirSync(dirname(task.resultFile), { recursive: true });
  writeFileSync(task.resultFile, content);
  return content;
}

function resultOf(test: TestCase, root: string): Result {
  return {
    file: relative(root, test.module.moduleId),
    name: test.fullName,
    outcome: outcomeOf(test),
    tags: test.tags,
    meta: test.meta(),
  };
}

function keptResults(file: string, ran: readonly Result[], root: string): Result[] {
  if (!existsSync(file)) return [];
  const renewed = new Set(chosen(ran).map(keyOf));
  const { tests } = JSON.parse(readFileSync(file, 'utf8')) as TaskResults;
  return tests.filter((result) => !renewed.has(keyOf(result)) && existsSync(join(root, result.file)));
}

/** A filter by name skips the other tests of a file. */
function chosen(ran: readonly Result[]): Result[] {
  return ran.filter(({ outcome }) => outcome !== 'skipped');
}

function keyOf({ file, name }: Result): string {
  return `${file} > ${name}`;
}

function byName(one: Result, other: Result): number {
  return one.file.localeCompare(other.file) || one.name.localeCompare(other.name);
}
