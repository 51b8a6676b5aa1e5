import type { Tree } from '@nx/devkit';
import { formatText } from './format-text.ts';

/** Formats the files that a generator created in a folder. Existing files keep their format. */
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
