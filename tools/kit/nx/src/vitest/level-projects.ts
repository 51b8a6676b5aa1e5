import { siblingModule } from '@vouch/testing/sibling-module';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { globsOf, type Level, levelOf } from '../levels/index.ts';
import type { Discovery } from './discover.ts';

type Files = Record<'include' | 'exclude', string[]>;

const ignored = ['**/node_modules/**', '**/dist/**', '**/.*/**'];
const runner = siblingModule(import.meta.url, 'level-runner');

/**
 * Returns the Vitest projects of a level: one for its files, one for libraries that share no modules, one for files
 * that run alone. None has its own root, so that all share one Vite server.
 */
export function levelProjects(
  level: Level,
  levels: readonly Level[],
  { isolated, serial }: Discovery,
): TestProjectInlineConfiguration[] {
  const { include, exclude } = globsOf(level.name, levels);
  const ofOthers = [...ignored, ...exclude];
  const optedOut = isolated.flatMap((folder) => include.map((glob) => `${folder}/${glob}`));
  const alone = serial.filter((file) => levelOf(file, levels) === level.name);
  const projects = [project(level, level.name, { include, exclude: [...ofOthers, ...optedOut, ...alone] })];
  if (optedOut.length > 0) {
    const files = { include: optedOut, exclude: [...ofOthers, ...alone] };
    projects.push(project({ ...level, modules: 'isolated' }, `${level.name} isolated`, files));
  }
  if (alone.length > 0) {
    const files = { include: alone, exclude: [] };
    projects.push(project({ ...level, alone: true }, `${level.name} serial`, files));
  }
  return projects;
}

/** Returns the level of a Vitest project. */
export function levelOfProject(name: string): string {
  return name.split(' ')[0] ?? name;
}

function project(level: Level, name: string, files: Files): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      ...files,
      testTimeout: level.timeout,
      hookTimeout: level.timeout === 0 ? 0 : Math.max(level.timeout, 10_000),
      isolate: level.modules === 'isolated',
      pool: 'forks',
      runner,
      globalSetup: [
        ...(level.needs.includes('postgres') ? ['@vouch/testing/global-setup/postgres'] : []),
        '@vouch/testing/global-setup/redis',
      ],
      setupFiles: level.modules === 'shared' ? ['@vouch/testing/guards'] : [],
      sequence: { groupOrder: level.alone ? 1 : 0, shuffle: { tests: true } },
      ...(level.alone ? { fileParallelism: false } : {}),
    },
  };
}
