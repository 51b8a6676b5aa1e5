import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the folder at or above the current one that contains `nx.json`. */
export function findWorkspaceRoot(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
    if (dirname(folder) === folder)
      throw new Error(
        `No nx.json in ${from} or a folder above it. Expected an Nx workspace. Change into one first.`,
      );
  }
}
