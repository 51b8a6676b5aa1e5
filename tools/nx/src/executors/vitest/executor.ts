import type { ExecutorContext } from '@nx/devkit';
import { run } from './batch.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

/** One task by itself (`--batch=false`): the same run, with one task in it. */
export default async function runAlone(
  options: VitestExecutorOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const project = context.projectName ?? '';
  const id = `${project}:${context.targetName ?? options.level}`;
  const task = { id, hash: undefined, target: { project } };
  let success = true;
  for await (const outcome of run([task], { [id]: options }, options, context)) {
    process.stdout.write(outcome.output);
    success = outcome.success;
  }
  return { success };
}
