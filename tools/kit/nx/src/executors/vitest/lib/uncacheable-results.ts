import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Task, workspaceRoot } from '@nx/devkit';

/** Says of a task that has ended whether Nx may store its result under the task's key. */
export function markResult(root: string, hash: string | undefined, complete: boolean): void {
  if (hash === undefined) return;
  const mark = markOf(root, hash);
  if (complete) return rmSync(mark, { force: true });
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, '');
}

/**
 * Nx stores every success, and an executor has no say in it. But it reads `task.cache` again before it does, after the
 * executor has marked the result.
 */
export function keepUncacheableOut(task: Task, root: string = workspaceRoot): void {
  const { cache = false } = task;
  Object.defineProperty(task, 'cache', {
    configurable: true,
    enumerable: true,
    get: () => cache && (task.hash === undefined || !existsSync(markOf(root, task.hash))),
  });
}

function markOf(root: string, hash: string): string {
  return join(root, '.vouch/withheld', hash);
}
