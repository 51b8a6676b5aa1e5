import type { ExecutorContext } from '@nx/devkit';
import { run } from './lib/run-nx-tasks.ts';
import { markResult } from './lib/uncacheable-results.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

/** Runs one task by itself (`--batch=false`), as a batch of one. */
export default async function runAlone(
  options: VitestExecutorOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const project = context.projectName ?? '';
  const id = `${project}:${context.targetName ?? options.level ?? ''}`;
  const task = context.taskGraph?.tasks[id] ?? { id, hash: undefined, target: { project } };
  if (options.gathers !== undefined) {
    // The levels ran in other processes: the completeness of their results is unknown here.
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
