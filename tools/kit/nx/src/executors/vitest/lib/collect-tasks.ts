import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { changeLevels, isTestFile, levelOf } from '../../../levels/index.ts';
import { pluginOptions } from '../../../plugin-options.ts';
import { testFiles } from '../../../vitest/discover.ts';
import type { VitestExecutorOptions } from '../schema.d.ts';
import { resultFile } from '../../../results/read-tasks.ts';
import type { VitestTask } from './vitest-task.ts';

/** The parts of an Nx task that a run needs. */
export interface TaskToCollect {
  readonly id: string;
  readonly hash?: string | undefined;
  readonly hashDetails?: { readonly nodes: Readonly<Record<string, string>> } | undefined;
  readonly target: { readonly project: string };
}

type Context = Pick<ExecutorContext, 'root' | 'projectsConfigurations' | 'nxJsonConfiguration'>;

/** Turns Nx tasks into Vitest tasks: finds the files of each. */
export function collectTasks(
  tasks: readonly TaskToCollect[],
  optionsOf: Readonly<Record<string, VitestExecutorOptions>>,
  { root, projectsConfigurations, nxJsonConfiguration }: Context,
): VitestTask[] {
  const levels = changeLevels(pluginOptions(nxJsonConfiguration).levels);
  return tasks.map(({ id, hash, hashDetails, target: { project } }) => {
    const level = optionsOf[id]?.level ?? 'unit';
    const projectRoot = projectsConfigurations.projects[project]?.root ?? '.';
    const ofLevel = testFiles(root, projectRoot).filter((file) => levelOf(file, levels) === level);
    return {
      ...{ id, project, projectRoot, level, hash, hashedInputs: hashDetails?.nodes },
      files: ofLevel.filter(isTestFile).map((file) => join(root, file)),
      misnamed: ofLevel.filter((file) => !isTestFile(file)),
      resultFile: join(root, resultFile(projectRoot, level)),
    };
  });
}
