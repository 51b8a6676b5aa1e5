import type { ExecutorContext } from '@nx/devkit';
import { isCi } from '../../../capabilities/index.ts';
import { changeLevels } from '../../../levels/index.ts';
import { pluginOptions } from '../../../plugin-options.ts';
import type { VitestExecutorOptions } from '../schema.d.ts';
import { collectTasks, type TaskToCollect } from './collect-tasks.ts';
import { choosePromises, takePromiseFilter } from './choose-promises.ts';
import { parseArguments } from './parse-arguments.ts';
import { requiredCapabilities } from './required-capabilities.ts';
import { runTasks } from './run-tasks.ts';
import type { TaskOutcome } from './vitest-task.ts';
import { watch } from './watch-task.ts';
import { workspaceFiles } from './workspace-files.ts';

/** Runs Nx tasks in Vitest with the arguments that were typed after `--`. */
export async function* run(
  given: readonly TaskToCollect[],
  optionsOf: Readonly<Record<string, VitestExecutorOptions>>,
  { __overrides_unparsed__: typed = [] }: VitestExecutorOptions,
  context: Pick<ExecutorContext, 'root' | 'projectsConfigurations' | 'nxJsonConfiguration'>,
): AsyncGenerator<TaskOutcome> {
  const tasks = collectTasks(given, optionsOf, context);
  if (tasks.length === 0) return;
  if (tasks.some(({ id }) => optionsOf[id]?.watch)) return watch(tasks, context.root);
  const { root, projectsConfigurations, nxJsonConfiguration } = context;
  const options = pluginOptions(nxJsonConfiguration);
  const { words, filter } = takePromiseFilter(typed);
  const promises = filter && (await choosePromises(root, filter));
  yield* runTasks(tasks, {
    root,
    typed: await parseArguments(words, promises),
    ci: isCi(),
    required: requiredCapabilities(options),
    reuse: process.env.NX_SKIP_NX_CACHE !== 'true',
    inputs: {
      levels: changeLevels(options.levels),
      workspace: workspaceFiles(root, projectsConfigurations),
    },
    print: console.log,
  });
}
