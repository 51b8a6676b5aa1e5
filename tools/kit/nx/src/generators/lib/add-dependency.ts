import { relative } from 'node:path/posix';
import { readJson, type Tree, writeJson } from '@nx/devkit';
import { formatAsBefore } from './format-text.ts';
import { insertInJsonList } from './insert-in-json-list.ts';
import { addToLockfile } from './lockfile.ts';
import { sortedDependencies } from './sorted-dependencies.ts';
import { versionOf, workspacePackages } from './workspace-packages.ts';

interface Manifest {
  readonly name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Makes a package of the workspace available to a library: in its package.json, the lockfile and its tsconfig.json. */
export async function addDependency(tree: Tree, root: string, name: string): Promise<void> {
  const path = `${root}/package.json`;
  const manifest = readJson<Manifest>(tree, path);
  if (manifest.name === name || name in { ...manifest.dependencies, ...manifest.devDependencies }) return;
  // A test package has only devDependencies.
  const field = manifest.devDependencies && !manifest.dependencies ? 'devDependencies' : 'dependencies';
  const dependencies = { ...manifest[field], [name]: versionOf(tree, name) };
  writeJson(tree, path, { ...manifest, [field]: sortedDependencies(dependencies) });
  addToLockfile(tree, [root]);
  await addReference(tree, root, workspacePackages(tree).get(name));
}

async function addReference(tree: Tree, root: string, target: string | undefined): Promise<void> {
  const path = `${root}/tsconfig.json`;
  const text = tree.read(path, 'utf-8');
  if (target === undefined || text === null) return;
  const reference = relative(root, target);
  if (text.includes(`"${reference}"`)) return;
  const after = insertInJsonList(text, 'references', `{ "path": "${reference}" }`);
  tree.write(path, await formatAsBefore(tree, path, text, after));
}
