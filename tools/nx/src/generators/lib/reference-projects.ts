import type { Tree } from '@nx/devkit';
import { insertInJsonList } from './insert-in-json-list.ts';
import { removeFromJsonList } from './remove-from-json-list.ts';

/** Tells the type checker about new projects: `references` in the root's tsconfig.json. */
export function referenceProjects(tree: Tree, folders: readonly string[]): void {
  const before = tree.read('tsconfig.json', 'utf-8');
  if (before === null) return;
  const missing = folders.filter((folder) => !before.includes(`"./${folder}"`));
  const after = missing.reduce(
    (text, folder) => insertInJsonList(text, 'references', `{ "path": "./${folder}" }`),
    before,
  );
  if (after !== before) tree.write('tsconfig.json', after);
}

/** Takes the projects below a folder out of `references`. */
export function forgetProjects(tree: Tree, folder: string): void {
  const before = tree.read('tsconfig.json', 'utf-8');
  if (before === null) return;
  tree.write(
    'tsconfig.json',
    removeFromJsonList(before, 'references', (item) => item.includes(`"./${folder}/`)),
  );
}
