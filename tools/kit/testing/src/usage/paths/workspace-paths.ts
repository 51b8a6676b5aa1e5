import fs from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { packageName } from '../../worker/package-name.ts';

/** The target of a path: a file or folder of the workspace, or a package in its `node_modules`. */
export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly isFolder: boolean }
  | { readonly kind: 'package'; readonly name: string };

const { native: realpath } = fs.realpathSync;
const { statSync } = fs;
const system = /^\/(?:proc|sys|dev|usr|etc)\//;
const leftOut = /(?:^|\/)(?:\.git|dist)(?:\/|$)|^(?:\.nx|\.vouch|coverage)(?:\/|$)/;

/** Resolves paths. Symbolic links are followed, so a linked package is a folder of the workspace. */
export class WorkspacePaths {
  readonly root: string;
  /** True if the workspace is in a system folder: in a container it may be in `/usr/src`. */
  readonly #isInSystem: boolean;
  readonly #packageFolders = new Map<string, string>();

  constructor(root: string) {
    this.root = realpath(root);
    this.#isInSystem = system.test(this.root + sep);
  }

  /** Returns undefined for paths outside the workspace, and for files that runs and builds create in it. */
  locate(absolute: string, isLink = false): Place | undefined {
    if (!this.#isInSystem && system.test(absolute)) return undefined;
    const real = isLink ? join(this.#real(dirname(absolute)), basename(absolute)) : this.#real(absolute);
    if (real !== this.root && !real.startsWith(this.root + sep)) return undefined;
    const path = real.slice(this.root.length + 1).replaceAll('\\', '/');
    const name = packageName(path);
    if (name !== undefined) return name === '' ? undefined : { kind: 'package', name };
    if (leftOut.test(path)) return undefined;
    return { kind: 'file', path, isFolder: isFolder(real) };
  }

  /**
   * Returns the path relative to the workspace; undefined for files outside it and for files of packages. Does not
   * follow links.
   */
  sourcePath(file: string): string | undefined {
    if (!file.startsWith(this.root + sep) || file.includes(`${sep}node_modules${sep}`)) return undefined;
    const path = file.slice(this.root.length + 1).replaceAll('\\', '/');
    return leftOut.test(path) ? undefined : path;
  }

  forgetLinks(): void {
    this.#packageFolders.clear();
  }

  /** Resolves links of `node_modules` only once, because most opened files are there. */
  #real(absolute: string): string {
    const inPackage = packageFolder.exec(absolute);
    if (inPackage?.index !== 0) return realOfExisting(absolute);
    const [folder] = inPackage;
    let real = this.#packageFolders.get(folder);
    if (real === undefined) {
      real = realOfExisting(folder);
      this.#packageFolders.set(folder, real);
    }
    const rest = absolute.slice(folder.length);
    return real.includes(`${sep}node_modules${sep}`) ? real + rest : realOfExisting(real + rest);
  }
}

const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Returns the target of a path, or the target that it would have if it existed. */
function realOfExisting(path: string): string {
  try {
    return realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOfExisting(parent), basename(path));
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
