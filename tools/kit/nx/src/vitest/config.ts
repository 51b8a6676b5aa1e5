import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { coverageSettings } from '@vouch/coverage';
import type { ViteUserConfig } from 'vitest/config';
import { findMissing } from '../capabilities/index.ts';
import { readLevels } from '../plugin-options.ts';
import { coveredGlobs, uncoveredGlobs } from './covered-files.ts';
import { discover } from './discover.ts';
import { levelProjects } from './level-projects.ts';
import { tagDefinitions } from './tag-definitions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Capabilities that this machine lacks. Tests that need one are skipped. */
    vouchMissing: string[];
    /** The promises that a run is limited to. */
    vouchPromises?: string[];
    /** Test files that need Redis; empty if the machine lacks it. */
    vouchRedisFiles: readonly string[];
  }
}

/** Returns the Vitest configuration of a workspace: one project per level, for any number of libraries. */
export async function vouchConfig(workspaceRoot: string): Promise<ViteUserConfig> {
  const levels = readLevels(workspaceRoot);
  const discovery = discover(workspaceRoot);
  const missing = await findMissing();
  return {
    root: workspaceRoot,
    // Tests run the code that Node runs: types are stripped, nothing is rewritten.
    oxc: { target: 'esnext' },
    test: {
      projects: levels.flatMap((level) => levelProjects(level, levels, discovery)),
      provide: {
        vouchMissing: missing,
        vouchRedisFiles: missing.includes('redis') ? [] : discovery.redis,
      },
      maxWorkers: availableParallelism(),
      // Code from node_modules is compiled once, not once per worker.
      env: { NODE_COMPILE_CACHE: join(workspaceRoot, 'node_modules/.cache/vouch-compiled') },
      sequence: { shuffle: { files: true, tests: true } },
      tags: tagDefinitions(levels),
      coverage: coverageSettings() ?? {
        include: coveredGlobs(workspaceRoot),
        exclude: ['**/*.spec.ts', ...uncoveredGlobs(workspaceRoot)],
        reporter: ['text-summary', 'html'],
      },
    },
  };
}
