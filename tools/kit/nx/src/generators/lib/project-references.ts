import { posix } from 'node:path';
import type { Tree } from '@nx/devkit';
import { insertInJsonList } from './insert-in-json-list.ts';
import { removeFromJsonList } from './remove-from-json-list.ts';

/** Adds projects to the `references` of the root tsconfig.json. */
export function addProjectReferences(tree: Tree, folders: readonly string[]): void {
  const before = tree.read('tsconfig.json', 'utf-8');
  if (before === null) return;
  const missing = folders.filter((folder) => !before.includes(`"./${folder}"`));
  const after = missing.reduce(
    (text, folder) => insertInJsonList(text, 'references', `{ "path": "./${folder}" }`),
    before,
  );
  if (after !== before) tree.write('tsconfig.json', after);
}

/** Removes the projects below a folder from the `references` of a tsconfig.json. */
export function removeProjectReferences(tree: Tree, file: string, folder: string): void {
  const before = tree.read(file, 'utf-8');
  if (before === null) return;
  const isBelow = (item: string): boolean => {
    const path = /"path":\s*"([^"]+)"/.exec(item)?.[1] ?? '';
    return posix.join(posix.dirname(file), path).startsWith(`${folder}/`);
  };
  const after = removeFromJsonList(before, 'references', isBelow);
  if (after !== before) tree.write(file, after);
}
