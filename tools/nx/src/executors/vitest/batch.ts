import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { run } from './lib/run.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

type Batch = Pick<TaskGraph, 'tasks' | 'dependencies'>;
type OptionsByTask = Readonly<Record<string, VitestExecutorOptions>>;

/** Nx hands over all Vitest tasks that are ready; one Vitest runs them, and each ends as if it had run alone. */
export default async function* runBatch(
  { tasks, dependencies }: Batch,
  optionsOf: OptionsByTask,
  overrides: VitestExecutorOptions,
  context: ExecutorContext,
) {
  // Nx was killed: nobody waits for the outcomes any more.
  process.once('disconnect', () => process.exit(1));
  const gathers = ({ id }: { id: string }) => optionsOf[id]?.gathers !== undefined;
  const failed = new Set<string>();
  const running = Object.values(tasks).filter((task) => !gathers(task));
  for await (const { task, success, output, startTime, endTime } of run(
    running,
    optionsOf,
    overrides,
    context,
  )) {
    if (success) failed.delete(task.id);
    else failed.add(task.id);
    yield { task: task.id, result: { success, terminalOutput: output, startTime, endTime } };
  }
  for (const { id } of Object.values(tasks).filter(gathers)) {
    const success = !dependencies[id]?.some((dependency) => failed.has(dependency));
    yield { task: id, result: { success, terminalOutput: '', startTime: Date.now(), endTime: Date.now() } };
  }
}
