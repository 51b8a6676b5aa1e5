import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree';

/** This workspace with its samples, as generators see it. Changes stay in the tree. */
export function thisWorkspace(): Tree {
  return new FsTree(join(import.meta.dirname, '../../../../..'), false);
}

/** Returns the files of a tree that differ from the disk. */
export function changesOf(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    tree.listChanges().map(({ path, content }) => [path, content?.toString('utf8') ?? '']),
  );
}
