import { dirname, posix } from 'node:path';
import { isMisnamedTestFile, isTestFile } from '../levels/index.ts';
import { projectTags } from './project-tags.ts';

/** A package of the workspace with its test files, relative to its root. */
export interface TestFolder {
  readonly root: string;
  readonly manifest: string;
  readonly specs: readonly string[];
}

/** Assigns each test file to the nearest package above it. The workspace root does not count as a package. */
export function groupByProject(files: readonly string[]): TestFolder[] {
  const testsOf = new Map<string, string[]>();
  for (const file of files) {
    const root = dirname(file);
    if (posix.basename(file) === 'package.json' && root !== '.') testsOf.set(root, []);
  }
  for (const file of files) {
    if (!isTestFile(file) && !isMisnamedTestFile(file)) continue;
    const root = nearest(dirname(file), testsOf);
    if (root !== undefined) testsOf.get(root)?.push(posix.relative(root, file));
  }
  return [...testsOf].map(([root, tests]) => ({
    root,
    manifest: posix.join(root, 'package.json'),
    specs: isOurs(root, tests) ? tests : [],
  }));
}

/** Test files with other names, in a folder outside of our layout, belong to another test runner. */
function isOurs(root: string, tests: readonly string[]): boolean {
  return projectTags(root).length > 0 || tests.some(isTestFile);
}

function nearest(folder: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  if (roots.has(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent, roots);
}
