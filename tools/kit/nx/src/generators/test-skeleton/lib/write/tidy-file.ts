import type { Tree } from '@nx/devkit';
import { removeUnusedImports } from '../../../lib/remove-unused-imports.ts';
import { formatAsBefore } from '../../../lib/format-text.ts';

/** Removes imports that the edit made unused, and formats the file if it was formatted before. */
export async function tidyFile(tree: Tree, path: string, before: string): Promise<void> {
  const edited = tree.read(path, 'utf-8') ?? '';
  if (edited === before) return;
  const text = removeUnusedImports(before, edited);
  tree.write(path, await formatAsBefore(tree, path, before, text));
}
