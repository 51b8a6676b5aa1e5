import type { ExecutorContext } from '@nx/devkit';
import { run } from './lib/run-nx-tasks.ts';
import { markResult } from './lib/uncacheable-results.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

/** One task by itself (`--batch=false`): the same run, with one task in it. */
export default async function runAlone(
  options: VitestExecutorOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const project = context.projectName ?? '';
  const id = `${project}:${context.targetName ?? options.level ?? ''}`;
  const task = context.taskGraph?.tasks[id] ?? { id, hash: undefined, target: { project } };
  if (options.gathers !== undefined) {
    // The levels ran in processes of their own: whether their results are complete is not known here.
    markResult(context.root, task.hash, false);
    return { success: true };
  }
  let success = true;
  for await (const outcome of run([task], { [id]: options }, options, context)) {
    process.stdout.write(outcome.output);
    success = outcome.success;
    markResult(context.root, task.hash, outcome.complete);
  }
  return { success };
}
