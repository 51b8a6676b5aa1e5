import type { Tree } from '@nx/devkit';
import { formatText } from './format-text.ts';

/** Formats the files that a generator made in a folder, and no others: what a person wrote keeps its form. */
export async function formatCreated(tree: Tree, folder: string): Promise<void> {
  const created = tree
    .listChanges()
    .filter(
      ({ type, path }) =>
        type === 'CREATE' && path.startsWith(`${folder}/`) && /\.(?:ts|json|md)$/.test(path),
    );
  for (const { path, content } of created) {
    tree.write(path, await formatText(tree, path, content?.toString('utf8') ?? ''));
  }
}
