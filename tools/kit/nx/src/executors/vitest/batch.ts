import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { run } from './lib/run-nx-tasks.ts';
import { markResult } from './lib/uncacheable-results.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

type Batch = Pick<TaskGraph, 'tasks' | 'dependencies'>;
type OptionsByTask = Readonly<Record<string, VitestExecutorOptions>>;

/** Runs all Vitest tasks that are ready, in one Vitest. Each task reports its result as if it had run alone. */
export default async function* runBatch(
  { tasks, dependencies }: Batch,
  optionsOf: OptionsByTask,
  overrides: VitestExecutorOptions,
  context: ExecutorContext,
) {
  // Nx was killed: no process waits for the outcomes.
  process.once('disconnect', () => process.exit(1));
  const gathers = ({ id }: { id: string }) => optionsOf[id]?.gathers !== undefined;
  const failed = new Set<string>();
  const incomplete = new Set<string>();
  const running = Object.values(tasks).filter((task) => !gathers(task));
  for await (const { task, success, complete, output, startTime, endTime } of run(
    running,
    optionsOf,
    overrides,
    context,
  )) {
    keep(failed, task.id, !success);
    keep(incomplete, task.id, !complete);
    markResult(context.root, task.hash, complete);
    yield { task: task.id, result: { success, terminalOutput: output, startTime, endTime } };
  }
  for (const { id, hash } of Object.values(tasks).filter(gathers)) {
    const gathered = dependencies[id] ?? [];
    const success = !gathered.some((dependency) => failed.has(dependency));
    markResult(context.root, hash, !gathered.some((dependency) => incomplete.has(dependency)));
    yield { task: id, result: { success, terminalOutput: '', startTime: Date.now(), endTime: Date.now() } };
  }
}

function keep(ids: Set<string>, id: string, member: boolean): void {
  if (member) ids.add(id);
  else ids.delete(id);
}
