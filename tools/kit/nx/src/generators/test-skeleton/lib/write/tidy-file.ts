import type { Tree } from '@nx/devkit';
import { removeUnusedImports } from '../../../lib/remove-unused-imports.ts';
import { formatAsBefore } from '../../../lib/format-text.ts';

/** After tests were put into a file or taken from it: nothing is imported in vain, and what was formatted still is. */
export async function tidyFile(tree: Tree, path: string, before: string): Promise<void> {
  const edited = tree.read(path, 'utf-8') ?? '';
  if (edited === before) return;
  const text = removeUnusedImports(before, edited);
  tree.write(path, await formatAsBefore(tree, path, before, text));
}
