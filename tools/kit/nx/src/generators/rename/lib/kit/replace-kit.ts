import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { arePublished } from './are-published.ts';
import { dependOnPackages } from './depend-on-packages.ts';
import { forgetSources } from './forget-sources.ts';
import { lockKit } from './lock-kit.ts';
import { packer, packKit } from './pack-kit.ts';
import { refuseUnsaved } from './refuse-unsaved.ts';
import type { Tarball } from './tarball.ts';

const sources = ['tools/kit', 'tools/proof'];

export function hasKitSources(tree: Tree): boolean {
  return tree.isFile(packer);
}

/** Replaces the sources of the kit by its packages: from the registry where it has them, else as tarballs in `tools/kit`. */
export async function replaceKit(tree: Tree): Promise<void> {
  refuseUnsaved(tree.root, sources);
  const out = mkdtempSync(join(tmpdir(), 'vouch-packages-'));
  try {
    const tarballs = packKit(tree.root, out);
    const published = await arePublished(tarballs);
    const specifiers = specifiersOf(tarballs, published);
    await forgetSources(tree, sources, specifiers);
    if (!published) for (const { file } of tarballs) tree.write(pathOf(file), readFileSync(file));
    dependOnPackages(tree, specifiers);
    lockKit(tree, tarballs, specifiers);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function specifiersOf(tarballs: readonly Tarball[], published: boolean): Record<string, string> {
  return Object.fromEntries(
    tarballs.map(({ name, version, file }) => [name, published ? version : `file:${pathOf(file)}`]),
  );
}

function pathOf(file: string): string {
  return `tools/kit/${basename(file)}`;
}
