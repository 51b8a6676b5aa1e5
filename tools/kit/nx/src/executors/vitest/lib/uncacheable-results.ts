import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Task, workspaceRoot } from '@nx/devkit';

/** Records whether Nx may cache the result of an ended task. */
export function markResult(root: string, hash: string | undefined, complete: boolean): void {
  if (hash === undefined) return;
  const mark = markOf(root, hash);
  if (complete) return rmSync(mark, { force: true });
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, '');
}

/**
 * Keeps an uncacheable result out of Nx's cache. Nx stores every success, but it reads `task.cache` again after the
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
