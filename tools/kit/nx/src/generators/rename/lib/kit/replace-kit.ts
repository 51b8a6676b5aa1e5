import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { arePublished } from './are-published.ts';
import { kitSources } from './kit-sources.ts';
import { packer, packKit } from './pack-kit.ts';
import { refuseUnsaved } from './refuse-unsaved.ts';
import { thinWorkspace } from './thin-workspace.ts';

export function hasKitSources(tree: Tree): boolean {
  return tree.isFile(packer);
}

/** Packs the kit and has the workspace use the packages in place of the sources. */
export async function replaceKit(tree: Tree): Promise<void> {
  refuseUnsaved(tree, kitSources);
  const out = mkdtempSync(join(tmpdir(), 'vouch-packages-'));
  try {
    const tarballs = packKit(tree.root, out);
    await thinWorkspace(tree, tarballs, { published: await arePublished(tarballs) });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
