import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './find-sources.ts';

/** Reads the files of a workspace from the disk. */
export function diskFiles(workspaceRoot: string): Files {
  const absolute = (path: string) => join(workspaceRoot, path);
  return {
    read: (path) => (existsSync(absolute(path)) ? readFileSync(absolute(path), 'utf8') : null),
    children: (path) => (existsSync(absolute(path)) ? readdirSync(absolute(path)).sort() : []),
    isFile: (path) => statSync(absolute(path), { throwIfNoEntry: false })?.isFile() ?? false,
  };
}
