import type { ExecutorContext } from '@nx/devkit';
import { run } from './lib/run.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

/** One task by itself (`--batch=false`): the same run, with one task in it. */
export default async function runAlone(
  options: VitestExecutorOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  if (options.gathers !== undefined) return { success: true };
  const project = context.projectName ?? '';
  const id = `${project}:${context.targetName ?? options.level ?? ''}`;
  let success = true;
  for await (const outcome of run([{ id, target: { project } }], { [id]: options }, options, context)) {
    process.stdout.write(outcome.output);
    success = outcome.success;
  }
  return { success };
}
