import type { TestSpecification, Vitest } from 'vitest/node';
import type { BatchReporter } from './batch-reporter.ts';
import type { TaskLedger } from './task-ledger.ts';

/**
 * Runs the files and accounts for each of them. When a worker dies, the files that it had not started run in a new
 * worker, and only the file that was running fails.
 */
export async function runFiles(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  reporter: BatchReporter,
  ledger: TaskLedger,
): Promise<void> {
  let waiting = [...specifications];
  while (waiting.length > 0) {
    await vitest.runTestSpecifications(waiting, true);
    const open = waiting.filter(({ moduleId }) => !reporter.ended.has(moduleId));
    const crashed = open.filter(({ moduleId }) => reporter.started.has(moduleId));
    const errors = reporter.unclaimed.splice(0);
    for (const { moduleId } of crashed) ledger.fileLost(moduleId, deathOf(errors));
    if (crashed.length === 0) for (const error of errors) ledger.errorOfAll(error);
    waiting = open.filter((specification) => !crashed.includes(specification));
    if (crashed.length > 0 && !reporter.interrupted) continue;
    for (const { moduleId } of waiting) ledger.fileLost(moduleId, neverRan(errors));
    return;
  }
}

function deathOf(errors: readonly { message: string }[]): string {
  return ['The worker died while it ran this file', ...messages(errors)].join(': ');
}

function neverRan(errors: readonly { message: string }[]): string {
  return ['This file did not run', ...messages(errors)].join(': ');
}

function messages(errors: readonly { message: string }[]): string[] {
  return [...new Set(errors.map(({ message }) => message))];
}
