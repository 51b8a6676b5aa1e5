import { relative, sep } from 'node:path';
import type { Usage } from '@vouch/testing/usage';
import type { Vitest } from 'vitest/node';

/** Returns the files that configure a run. Every task of the run uses them. */
export function configurationFiles({ vite, projects, config }: Vitest): Usage {
  const configured = projects.flatMap((project) => [
    ...project.config.globalSetup,
    ...project.config.setupFiles,
  ]);
  const files = [...vite.config.configFileDependencies, ...configured]
    .map((file) => relative(config.root, file))
    .filter((file) => !file.startsWith('..') && !file.split(sep).includes('node_modules'))
    .map((file) => file.replaceAll('\\', '/'));
  const use = { how: 'imported', by: 'vitest.config.ts' } as const;
  return { files: Object.fromEntries(files.map((file) => [file, use])), variables: {}, packages: [] };
}
