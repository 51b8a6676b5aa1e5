import { readJson, type Tree, writeJson } from '@nx/devkit';
import { formatAsBefore } from '../../lib/format-text.ts';
import { type Lockfile, addToLockfile, withPackages } from '../../lib/lockfile.ts';
import { sortedDependencies } from '../../lib/sorted-dependencies.ts';
import { workspacePackages } from '../../lib/workspace-packages.ts';
import type { RenameOptions } from './normalize-options.ts';
import { renameText } from './rename-text.ts';
import { workspaceFiles } from './workspace-files.ts';

/** Renames in all files but those of the kit, which is the same in every clone. Its proof imports the API's tests. */
export async function renameFiles(tree: Tree, options: RenameOptions): Promise<void> {
  for (const path of workspaceFiles(tree).filter((each) => !each.startsWith('tools/kit/'))) {
    const before = tree.read(path, 'utf-8') ?? '';
    const after = before.includes('\0') ? before : renameText(before, options);
    if (after !== before) tree.write(path, await asFormatted(tree, path, before, after));
  }
  sortManifests(tree);
  writeJson(tree, 'package.json', { ...readJson<object>(tree, 'package.json'), name: options.name.to });
  renameLockfile(tree);
}

/** A longer name may not fit its line: what was formatted is formatted again, what was not is left. */
async function asFormatted(tree: Tree, path: string, before: string, after: string): Promise<string> {
  return /\.(?:ts|mts|mjs|md)$/.test(path) ? formatAsBefore(tree, path, before, after) : after;
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/** Another scope has another place among those that a package depends on. */
function sortManifests(tree: Tree): void {
  const folders = [...workspacePackages(tree).values()].filter((folder) => !folder.startsWith('tools/'));
  const changed = folders.filter((folder) => {
    const path = `${folder}/package.json`;
    const manifest = readJson<Manifest>(tree, path);
    const { dependencies, devDependencies } = manifest;
    const sorted = {
      ...manifest,
      ...(dependencies && { dependencies: sortedDependencies(dependencies) }),
      ...(devDependencies && { devDependencies: sortedDependencies(devDependencies) }),
    };
    if (JSON.stringify(sorted) === JSON.stringify(manifest)) return false;
    writeJson(tree, path, sorted);
    return true;
  });
  addToLockfile(tree, changed);
}

/** npm repeats there what the package.json of the workspace says. */
function renameLockfile(tree: Tree): void {
  if (!tree.isFile('package-lock.json')) return;
  const lock = readJson<Lockfile & { packages: Record<string, object> }>(tree, 'package-lock.json');
  const { name, license } = readJson<{ name: string; license?: string }>(tree, 'package.json');
  const { packages } = withPackages(lock, {
    '': { ...lock.packages[''], name, ...(license && { license }) },
  });
  tree.write('package-lock.json', `${JSON.stringify({ ...lock, name, packages }, null, 2)}\n`);
}
