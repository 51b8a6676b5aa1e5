import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import type { Vite, VitestPluginContext } from 'vitest/node';
import type { MutatedFile } from './mutated-file.ts';

type Plugin = Vite.Plugin & { configureVitest(context: VitestPluginContext): void };

/** Returns a Vite plugin that replaces the sources of an app library with those that contain their mutants. */
export function mutantsPlugin(
  root: string,
  files: readonly MutatedFile[],
): NonNullable<ViteUserConfig['plugins']>[number] {
  const codes = new Map(files.map(({ path, code }) => [join(root, path), code]));
  const codeOf = (id: string): string | undefined => codes.get(id.split('?')[0] ?? id);
  const plugin: Plugin = {
    name: 'vouch:mutants',
    enforce: 'pre',
    // Vitest keeps transformed modules for later runs. An edit of another file renumbers the mutants of this one.
    configureVitest: ({ defineCacheKeyGenerator }) => defineCacheKeyGenerator(({ id }) => codeOf(id)),
    transform(_code, id) {
      const code = codeOf(id);
      return code === undefined ? undefined : { code, map: null };
    },
  };
  return plugin;
}
