import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';

/** What Vouch reads in a package.json. */
export interface PackageManifest {
  readonly workspaces?: readonly string[];
  readonly name?: string;
  readonly vouch?: {
    readonly isolate?: boolean;
    readonly coverage?: boolean;
    /** Of the root: checks that `npm run check` runs beside its own, by name. */
    readonly checks?: Readonly<Record<string, { readonly command: string; readonly fix: string }>>;
    /** Of the root: packages with an install script, each with the reason why it need not run. */
    readonly installScripts?: Readonly<Record<string, string>>;
    /** What the tests of a level read beside the package and its dependencies, in Nx's form of inputs. */
    readonly inputs?: Readonly<Record<string, NonNullable<TargetConfiguration['inputs']>>>;
  };
}

/** The folders of the workspace's packages, relative to it. */
export function packageFolders(workspaceRoot: string): string[] {
  const { workspaces = [] } = readManifest(workspaceRoot, '.');
  const manifests = workspaces.map((pattern) => `${pattern}/package.json`);
  return globSync(manifests, { cwd: workspaceRoot }).map((file) => posix.dirname(file.replaceAll('\\', '/')));
}

export function readManifest(workspaceRoot: string, folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(workspaceRoot, folder, 'package.json'), 'utf8')) as PackageManifest;
}
