import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import type { MutatedFile } from './mutated-file.ts';

/** Returns a Vite plugin that replaces the sources of an app library with those that contain their mutants. */
export function mutantsPlugin(
  root: string,
  files: readonly MutatedFile[],
): NonNullable<ViteUserConfig['plugins']>[number] {
  const codes = new Map(files.map(({ path, code }) => [join(root, path), code]));
  return {
    name: 'vouch:mutants',
    enforce: 'pre',
    transform(_code: string, id: string) {
      const code = codes.get(id.split('?')[0] ?? id);
      return code === undefined ? undefined : { code, map: null };
    },
  };
}
