import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { changeLevels, levelOf } from '../../../levels/index.ts';
import { pluginOptions } from '../../../plugin-options.ts';
import { specFiles } from '../../../vitest/discover.ts';
import type { VitestExecutorOptions } from '../schema.d.ts';
import type { VitestTask } from './vitest-task.ts';

/** What is needed of an Nx task. */
export interface TaskToCollect {
  readonly id: string;
  readonly hash?: string | undefined;
  readonly target: { readonly project: string };
}

type Context = Pick<ExecutorContext, 'root' | 'projectsConfigurations' | 'nxJsonConfiguration'>;

/** Turns Nx's tasks into Vitest's: which files each of them runs. */
export function collectTasks(
  tasks: readonly TaskToCollect[],
  optionsOf: Readonly<Record<string, VitestExecutorOptions>>,
  { root, projectsConfigurations, nxJsonConfiguration }: Context,
): VitestTask[] {
  const levels = changeLevels(pluginOptions(nxJsonConfiguration).levels);
  return tasks.map(({ id, hash, target: { project } }) => {
    const level = optionsOf[id]?.level ?? 'unit';
    const projectRoot = projectsConfigurations.projects[project]?.root ?? '.';
    const files = specFiles(root, projectRoot)
      .filter((file) => levelOf(file, levels) === level)
      .map((file) => join(root, file));
    const resultFile = join(root, '.vouch/results', projectRoot, `${level}.json`);
    return { id, project, projectRoot, level, hash, files, resultFile };
  });
}
