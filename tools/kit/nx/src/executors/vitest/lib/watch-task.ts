import { join } from 'node:path';
import type { VitestTask } from './vitest-task.ts';

/** Runs one task's files in Vitest's watch mode until the person stops it. */
export async function watch(tasks: readonly VitestTask[], root: string): Promise<void> {
  const [task, ...others] = tasks;
  if (task === undefined || others.length > 0) {
    throw new Error(
      `--watch needs one project and one level, but ${tasks.length} tasks were given. ` +
        `Run: nx ${task?.level ?? 'unit'} <project> --watch`,
    );
  }
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest([...task.files], {
    root,
    config: join(root, 'vitest.config.ts'),
    project: [`${task.level}*`],
    watch: true,
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  vitest.onClose(resolve);
  await promise;
}
