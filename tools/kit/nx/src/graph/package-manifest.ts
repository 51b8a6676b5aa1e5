import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';

/** The parts of a package.json that Vouch reads. */
export interface PackageManifest {
  readonly workspaces?: readonly string[];
  readonly name?: string;
  readonly vouch?: {
    readonly isolate?: boolean;
    /** `false` counts none of the package's files. */
    readonly coverage?:
      false | { /** Globs below the package's folder. */ readonly ignoreFiles: readonly string[] };
    /** In an app library: code that `vouch prove` leaves as it is. */
    readonly mutants?: {
      /** Globs below the package's folder. */
      readonly ignoreFiles?: readonly string[];
      /** Names of objects whose calls only report, such as `tracer`. */
      readonly ignoreObjects?: readonly string[];
    };
    /** The only levels that the target `test` gathers. */
    readonly test?: readonly string[];
    /** In the root: additional checks of `npm run check`, by name. */
    readonly checks?: Readonly<Record<string, { readonly command: string; readonly fix: string }>>;
    /** In the root: packages with an install script, each with the reason why it can be skipped. */
    readonly installScripts?: Readonly<Record<string, string>>;
    /** Additional inputs of a level's tests, in Nx's notation. */
    readonly inputs?: Readonly<Record<string, NonNullable<TargetConfiguration['inputs']>>>;
  };
}

/** Returns the folders of the workspace's packages, relative to the root. */
export function packageFolders(workspaceRoot: string): string[] {
  const { workspaces = [] } = readManifest(workspaceRoot, '.');
  const manifests = workspaces.map((pattern) => `${pattern}/package.json`);
  return globSync(manifests, { cwd: workspaceRoot }).map((file) => posix.dirname(file.replaceAll('\\', '/')));
}

export function readManifest(workspaceRoot: string, folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(workspaceRoot, folder, 'package.json'), 'utf8')) as PackageManifest;
}
