import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { pluginOptions } from '../../plugin-options.ts';
import { collectTasks, type TaskToCollect } from './lib/collect-tasks.ts';
import { parseArguments } from './lib/parse-arguments.ts';
import { requiredCapabilities } from './lib/required-capabilities.ts';
import { runTasks } from './lib/run-tasks.ts';
import type { TaskOutcome } from './lib/vitest-task.ts';
import { watch } from './lib/watch.ts';
import type { VitestExecutorOptions } from './schema.d.ts';

type OptionsByTask = Readonly<Record<string, VitestExecutorOptions>>;
type Overrides = Pick<VitestExecutorOptions, '__overrides_unparsed__'>;
export type Context = Pick<ExecutorContext, 'root' | 'projectsConfigurations' | 'nxJsonConfiguration'>;

/** Nx hands over all Vitest tasks that are ready; one Vitest runs them, and each ends as if it had run alone. */
export default async function* runBatch(
  { tasks }: Pick<TaskGraph, 'tasks'>,
  optionsOf: OptionsByTask,
  overrides: Overrides,
  context: Context,
) {
  for await (const { task, success, output, startTime, endTime } of run(
    Object.values(tasks),
    optionsOf,
    overrides,
    context,
  )) {
    yield { task: task.id, result: { success, terminalOutput: output, startTime, endTime } };
  }
}

export async function* run(
  given: readonly TaskToCollect[],
  optionsOf: OptionsByTask,
  { __overrides_unparsed__: typed = [] }: Overrides,
  context: Context,
): AsyncGenerator<TaskOutcome> {
  const tasks = collectTasks(given, optionsOf, context);
  if (tasks.some(({ id }) => optionsOf[id]?.watch)) return watch(tasks, context.root);
  yield* runTasks(tasks, {
    root: context.root,
    typed: await parseArguments(typed),
    required: requiredCapabilities(pluginOptions(context.nxJsonConfiguration)),
    reuse: process.env.NX_SKIP_NX_CACHE !== 'true',
    say: console.log,
  });
}
