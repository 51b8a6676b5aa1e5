import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the folders that match a pattern, relative to the root; `*` stands for any name. */
export function foldersOf(root: string, pattern: string): string[] {
  const folders = pattern.split('/').reduce<string[]>(
    (parents, part) =>
      parents.flatMap((parent) => {
        const names = part === '*' ? readdirSync(join(root, parent)) : [part];
        return names.map((name) => join(parent, name));
      }),
    [''],
  );
  return folders.filter((folder) => existsSync(join(root, folder)));
}
