import { relative } from 'node:path/posix';
import { readJson, type Tree, writeJson } from '@nx/devkit';
import { lockPackages } from './lock-packages.ts';
import { removeFromJsonList } from './remove-from-json-list.ts';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/** Takes packages of the workspace away from one that depends on them: in its package.json, the lockfile and its tsconfig.json. */
export function removeDependencies(tree: Tree, root: string, packages: ReadonlyMap<string, string>): void {
  const path = `${root}/package.json`;
  if (!tree.isFile(path)) return;
  const manifest = readJson<Manifest>(tree, path);
  const { dependencies, devDependencies } = manifest;
  const names = Object.keys({ ...dependencies, ...devDependencies });
  if (!names.some((name) => packages.has(name))) return;
  const without = (all: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !packages.has(name)));
  writeJson(tree, path, {
    ...manifest,
    ...(dependencies && { dependencies: without(dependencies) }),
    ...(devDependencies && { devDependencies: without(devDependencies) }),
  });
  lockPackages(tree, [root]);
  const settings = tree.read(`${root}/tsconfig.json`, 'utf-8');
  if (settings === null) return;
  const gone = [...packages.values()].map((folder) => `"${relative(root, folder)}"`);
  tree.write(
    `${root}/tsconfig.json`,
    removeFromJsonList(settings, 'references', (item) => gone.some((reference) => item.includes(reference))),
  );
}
