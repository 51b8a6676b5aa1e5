import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';

/** Returns the files of a workspace that Git would track. */
export function workspaceFiles(tree: Tree): string[] {
  const paths: string[] = [];
  visitNotIgnoredFiles(tree, '.', (path) => void paths.push(path));
  return paths.filter((path) => !/^(?:node_modules|\.git)\//.test(path));
}
