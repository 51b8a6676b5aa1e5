import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isMisnamedTestFile, isTestFile, type TagName } from '../levels/index.ts';
import { packageFolders, readManifest } from '../graph/package-manifest.ts';

/** Facts about a workspace's tests that globs do not reveal. */
export interface Discovery {
  /** Folders of packages whose test files share no modules: `"vouch": { "isolate": true }` in package.json. */
  readonly isolated: readonly string[];
  /** Test files with the tag `serial`, which run while no other file runs. */
  readonly serial: readonly string[];
  /** Test files with tests that need Redis. */
  readonly redis: readonly string[];
}

const ignored = new Set(['node_modules', 'dist']);

export function discover(workspaceRoot: string): Discovery {
  const folders = packageFolders(workspaceRoot);
  const isolated = folders.filter((folder) => readManifest(workspaceRoot, folder).vouch?.isolate === true);
  const specs = folders.flatMap((folder) => testFiles(workspaceRoot, folder).filter(isTestFile));
  const sources = specs.map((file) => ({ file, source: readFileSync(join(workspaceRoot, file), 'utf8') }));
  const tagged = (tag: TagName) => sources.filter(({ source }) => bears(source, tag)).map(({ file }) => file);
  return { isolated, serial: tagged('serial'), redis: tagged('redis') };
}

/**
 * Returns the files below a folder that are named like tests, relative to the workspace, including those that no
 * level runs.
 */
export function testFiles(workspaceRoot: string, folder: string): string[] {
  return globSync('**/*.{spec,test}.*', {
    cwd: join(workspaceRoot, folder),
    exclude: (name) => name.startsWith('.') || ignored.has(name),
  })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => isTestFile(file) || isMisnamedTestFile(file));
}

function bears(source: string, tag: TagName): boolean {
  return [new RegExp(`@module-tag\\s+${tag}\\b`), new RegExp(`tags:\\s*(\\[[^\\]]*)?['"]${tag}['"]`)].some(
    (pattern) => pattern.test(source),
  );
}
