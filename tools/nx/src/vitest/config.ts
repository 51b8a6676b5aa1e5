import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration, TestTagDefinition, ViteUserConfig } from 'vitest/config';
import { globsOf, type Level, readLevels, type Tag, tags } from '../levels/index.ts';

const ignored = ['**/node_modules/**', '**/dist/**', '**/.*/**', '**/files/**'];

/** The Vitest configuration of a workspace: one project per level, whatever the number of libraries. */
export function vouchConfig(workspaceRoot: string): ViteUserConfig {
  const levels = readLevels(workspaceRoot);
  return {
    root: workspaceRoot,
    test: {
      projects: levels.map((level) => projectOf(level, levels)),
      sequence: { shuffle: { files: true, tests: true } },
      passWithNoTests: true,
      tags: tagDefinitions(levels),
    },
  };
}

function projectOf(level: Level, levels: readonly Level[]): TestProjectInlineConfiguration {
  const { include, exclude } = globsOf(level.name, levels);
  return {
    extends: true,
    test: {
      name: level.name,
      include,
      exclude: [...ignored, ...exclude],
      testTimeout: level.timeout,
      hookTimeout: level.timeout === 0 ? 0 : Math.max(level.timeout, 10_000),
      isolate: level.modules === 'isolated',
      pool: 'forks',
      runner: fileURLToPath(new URL('level-runner.ts', import.meta.url)),
      setupFiles: level.modules === 'shared' ? ['@vouch/testing/guards'] : [],
      sequence: { groupOrder: level.alone ? 1 : 0, shuffle: { tests: true } },
      ...(level.alone ? { maxWorkers: 1 } : {}),
    },
  };
}

function tagDefinitions(levels: readonly Level[]): TestTagDefinition[] {
  const own = Object.entries<Tag>(tags).map(([name, { needs: _needs, ...tag }]) => ({ name, ...tag }));
  const ofLevels = levels
    .filter(({ name }) => !(name in tags))
    .map(({ name }) => ({ name, description: `every test of the level ${name}` }));
  return [...ofLevels, ...own];
}
