import { dirname, posix } from 'node:path';

/** A package of the workspace with its test files, relative to its root. */
export interface TestFolder {
  readonly root: string;
  readonly manifest: string;
  readonly specs: readonly string[];
}

/** Assigns each spec file to the nearest package above it. The workspace's own root is not a package here. */
export function groupByProject(files: readonly string[]): TestFolder[] {
  const specsOf = new Map<string, string[]>();
  for (const file of files) {
    const root = dirname(file);
    if (posix.basename(file) === 'package.json' && root !== '.') specsOf.set(root, []);
  }
  for (const file of files) {
    if (!file.endsWith('.spec.ts')) continue;
    const root = nearest(dirname(file), specsOf);
    if (root !== undefined) specsOf.get(root)?.push(posix.relative(root, file));
  }
  return [...specsOf].map(([root, specs]) => ({ root, manifest: posix.join(root, 'package.json'), specs }));
}

function nearest(folder: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  if (roots.has(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent, roots);
}
