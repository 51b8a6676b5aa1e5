import fs from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { packageName } from '../../worker/package-name.ts';

/** What a path leads to: a file or folder of the workspace, or a package that is installed in it. */
export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly isFolder: boolean }
  | { readonly kind: 'package'; readonly name: string };

const { native: realpath } = fs.realpathSync;
const { statSync } = fs;
const system = /^\/(?:proc|sys|dev|usr|etc)\//;
const leftOut = /(?:^|\/)(?:\.git|dist)(?:\/|$)|^(?:\.nx|\.vouch|coverage)(?:\/|$)/;

/** Finds out where paths lead: symbolic links are followed, so a linked package is a folder of the workspace. */
export class WorkspacePaths {
  readonly root: string;
  /** A container may have it in `/usr/src`. */
  readonly #isInSystem: boolean;
  readonly #packageFolders = new Map<string, string>();

  constructor(root: string) {
    this.root = realpath(root);
    this.#isInSystem = system.test(this.root + sep);
  }

  /** Undefined for what is beyond the workspace, and for what runs and builds leave in it. */
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

  /** Relative to the workspace; undefined for files beyond it and for those of packages. For paths without links. */
  sourcePath(file: string): string | undefined {
    if (!file.startsWith(this.root + sep) || file.includes(`${sep}node_modules${sep}`)) return undefined;
    const path = file.slice(this.root.length + 1).replaceAll('\\', '/');
    return leftOut.test(path) ? undefined : path;
  }

  forgetLinks(): void {
    this.#packageFolders.clear();
  }

  /** Links of `node_modules` are looked up once: most of what a process opens is there. */
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

/** Where a path leads, or would lead if it existed. */
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
