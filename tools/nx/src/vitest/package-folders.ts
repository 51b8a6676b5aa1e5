import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What Vouch reads in a package.json. */
export interface Manifest {
  readonly workspaces?: readonly string[];
  readonly vouch?: { readonly isolate?: boolean; readonly coverage?: boolean };
}

/** The folders of the workspace's packages, relative to it. */
export function packageFolders(workspaceRoot: string): string[] {
  const { workspaces = [] } = readManifest(workspaceRoot, '.');
  const manifests = workspaces.map((pattern) => `${pattern}/package.json`);
  return globSync(manifests, { cwd: workspaceRoot }).map((file) => posix.dirname(file.replaceAll('\\', '/')));
}

export function readManifest(workspaceRoot: string, folder: string): Manifest {
  return JSON.parse(readFileSync(join(workspaceRoot, folder, 'package.json'), 'utf8')) as Manifest;
}
