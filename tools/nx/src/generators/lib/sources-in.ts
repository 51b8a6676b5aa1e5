import type { Tree } from '@nx/devkit';

/** The TypeScript files below a folder, tests and what is installed or built left out. */
export function sourcesIn(tree: Tree, folder: string): string[] {
  return tree
    .children(folder)
    .toSorted()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (name === 'node_modules' || name === 'dist') return [];
      if (!tree.isFile(path)) return sourcesIn(tree, path);
      return /\.[mc]?ts$/.test(name) && !name.endsWith('.spec.ts') ? [path] : [];
    });
}
