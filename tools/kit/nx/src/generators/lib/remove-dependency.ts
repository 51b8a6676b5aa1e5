import { relative } from 'node:path/posix';
import { readJson, type Tree, writeJson } from '@nx/devkit';
import { formatText } from './format-text.ts';
import { addToLockfile } from './lockfile.ts';
import { removeFromJsonList } from './remove-from-json-list.ts';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/**
 * Removes workspace packages from a package that depends on them: from its package.json, the lockfile and its
 * tsconfig.json.
 */
export async function removeDependencies(
  tree: Tree,
  root: string,
  packages: ReadonlyMap<string, string>,
): Promise<void> {
  const path = `${root}/package.json`;
  if (!tree.isFile(path)) return;
  const manifest = readJson<Manifest>(tree, path);
  const { dependencies, devDependencies } = manifest;
  const names = Object.keys({ ...dependencies, ...devDependencies });
  if (!names.some((name) => packages.has(name))) return;
  const without = (all: Record<string, string> = {}) => {
    const kept = Object.entries(all).filter(([name]) => !packages.has(name));
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  // Undefined fields are not written; the others keep their order.
  writeJson(tree, path, {
    ...manifest,
    ...(dependencies && { dependencies: without(dependencies) }),
    ...(devDependencies && { devDependencies: without(devDependencies) }),
  });
  addToLockfile(tree, [root]);
  await removeReferences(tree, root, [...packages.values()]);
}

async function removeReferences(tree: Tree, root: string, folders: readonly string[]): Promise<void> {
  const path = `${root}/tsconfig.json`;
  const before = tree.read(path, 'utf-8');
  if (before === null) return;
  const gone = folders.map((folder) => `"${relative(root, folder)}"`);
  const isGone = (item: string) => gone.some((reference) => item.includes(reference));
  tree.write(path, await formatText(tree, path, removeFromJsonList(before, 'references', isGone)));
}
