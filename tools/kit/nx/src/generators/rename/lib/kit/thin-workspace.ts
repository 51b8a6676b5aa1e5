import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Tree } from '@nx/devkit';
import { dependOnPackages } from './depend-on-packages.ts';
import { forgetSources } from './forget-sources.ts';
import { linkPackageDocs } from './link-package-docs.ts';
import { lockKit } from './lock-kit.ts';
import type { Tarball } from './tarball.ts';

export { isKitSource } from './kit-sources.ts';
export type { Tarball } from './tarball.ts';

/** Replaces the sources of the kit by its packages: at their versions where a registry has them, else as tarballs in `tools/kit`. */
export async function thinWorkspace(
  tree: Tree,
  tarballs: readonly Tarball[],
  { published }: { readonly published: boolean },
): Promise<void> {
  const specifiers = Object.fromEntries(
    tarballs.map(({ name, version, file }) => [name, published ? version : `file:${pathOf(file)}`]),
  );
  await forgetSources(tree, specifiers);
  if (!published) for (const { file } of tarballs) tree.write(pathOf(file), readFileSync(file));
  await linkPackageDocs(tree);
  dependOnPackages(tree, specifiers);
  lockKit(tree, tarballs, specifiers);
}

function pathOf(file: string): string {
  return `tools/kit/${basename(file)}`;
}
