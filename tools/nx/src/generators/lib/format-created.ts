import { join } from 'node:path';
import { readJson, type Tree } from '@nx/devkit';

/** Formats the files that a generator made, and no others: what a person wrote keeps its form. */
export async function formatCreated(tree: Tree): Promise<void> {
  const created = tree
    .listChanges()
    .filter(({ type, path }) => type === 'CREATE' && /\.(?:ts|json|md)$/.test(path));
  const prettier = created.length === 0 ? undefined : await import('prettier').catch(() => undefined);
  if (!prettier) return;
  for (const { path, content } of created) {
    const onDisk = await prettier.resolveConfig(join(tree.root, path), { editorconfig: true });
    const options = { ...settingsIn(tree), ...onDisk, filepath: path };
    tree.write(path, await prettier.format(content?.toString('utf8') ?? '', options));
  }
}

function settingsIn(tree: Tree): object {
  const file = ['.prettierrc.json', '.prettierrc'].find((name) => tree.isFile(name));
  return file === undefined ? {} : readJson<object>(tree, file);
}
