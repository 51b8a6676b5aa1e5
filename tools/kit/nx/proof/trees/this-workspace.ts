import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree';

/** This workspace as generators see it, with its samples. What they change is nowhere but in the tree. */
export function thisWorkspace(): Tree {
  return new FsTree(join(import.meta.dirname, '../../../../..'), false);
}

/** What a tree holds that is not on disk. */
export function changesOf(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    tree.listChanges().map(({ path, content }) => [path, content?.toString('utf8') ?? '']),
  );
}
