import { globSync } from 'node:fs';
import { join, matchesGlob, posix } from 'node:path';
import { holdsOnlyTests } from '../graph/project-tags.ts';
import { packageFolders, readManifest } from '../graph/package-manifest.ts';

/**
 * Returns the files that count for coverage, as absolute paths: the sources of all packages except test packages and
 * those that opt out with `"vouch": { "coverage": false }` in their package.json, and without the files that others
 * leave out with `"coverage": { "ignoreFiles": … }`.
 */
export function coveredFiles(workspaceRoot: string): string[] {
  const ignored = uncoveredGlobs(workspaceRoot);
  return globSync(coveredGlobs(workspaceRoot), { cwd: workspaceRoot })
    .filter((file) => !ignored.some((glob) => matchesGlob(file, glob)))
    .filter((file) => !/\.(?:spec|suite|d)\.ts$/.test(file))
    .map((file) => join(workspaceRoot, file))
    .toSorted();
}

export function coveredGlobs(workspaceRoot: string): string[] {
  return packageFolders(workspaceRoot)
    .filter((folder) => !holdsOnlyTests(folder))
    .filter((folder) => readManifest(workspaceRoot, folder).vouch?.coverage !== false)
    .map((folder) => posix.join(folder, 'src/**/*.{ts,mjs}'));
}

/** Returns the globs of the files that packages leave out of the coverage. */
export function uncoveredGlobs(workspaceRoot: string): string[] {
  return packageFolders(workspaceRoot).flatMap((folder) => {
    const coverage = readManifest(workspaceRoot, folder).vouch?.coverage;
    return coverage ? coverage.ignoreFiles.map((glob) => posix.join(folder, glob)) : [];
  });
}
