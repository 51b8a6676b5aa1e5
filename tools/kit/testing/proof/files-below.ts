import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lists all files and folders below a folder that changes meanwhile. */
export function filesBelow(folder: string): string[] {
  for (;;) {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      if (!existsSync(folder)) return [];
    }
  }
}
