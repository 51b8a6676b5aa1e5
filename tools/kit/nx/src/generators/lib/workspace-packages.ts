import { readJson, type Tree } from '@nx/devkit';

/** Returns the workspace's packages by name, from the folders that npm links. */
export function workspacePackages(tree: Tree): ReadonlyMap<string, string> {
  const folders = [
    ...foldersIn(tree, 'apps'),
    ...['tools', 'tools/kit', 'tools/proof'].flatMap((folder) => foldersIn(tree, folder)),
    ...foldersIn(tree, 'libs').flatMap((folder) => foldersIn(tree, folder)),
  ];
  const manifests = folders.filter((folder) => tree.isFile(`${folder}/package.json`));
  return new Map(
    manifests.map((folder) => [readJson<{ name: string }>(tree, `${folder}/package.json`).name, folder]),
  );
}

function foldersIn(tree: Tree, folder: string): string[] {
  return tree
    .children(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => !tree.isFile(path));
}

/** Returns the scope of the workspace's packages, `@acme` in a fresh clone. */
export function scopeOf(tree: Tree): string {
  const names = [...workspacePackages(tree)]
    .filter(([, folder]) => !folder.startsWith('tools/'))
    .map(([name]) => name);
  const scoped = names.find((name) => name.startsWith('@'));
  return scoped?.split('/')[0] ?? '@acme';
}

/** Returns the exact version of a package in the workspace. */
export function versionOf(tree: Tree, name: string): string {
  const folder = workspacePackages(tree).get(name) ?? `node_modules/${name}`;
  const manifest = `${folder}/package.json`;
  if (!tree.isFile(manifest))
    throw new Error(`${name} is not installed. Run: npm install --save-dev ${name}`);
  return readJson<{ version: string }>(tree, manifest).version;
}

/** Returns the name of the package in a folder. */
export function packageNameOf(tree: Tree, folder: string): string {
  return readJson<{ name: string }>(tree, `${folder}/package.json`).name;
}
