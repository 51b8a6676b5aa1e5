import { relative } from 'node:path';
import type { FilesRead } from './code-reader.ts';

/** Prints the files of a route as a tree: below each file those that it leads to. */
export function printFiles(files: FilesRead, root: string): string {
  const below = (parent: string | undefined, indent: string): string[] =>
    [...files]
      .filter(([, from]) => from === parent)
      .flatMap(([path]) => [`${indent}${relative(root, path)}`, ...below(path, `${indent}  `)]);
  return below(undefined, '').join('\n');
}
