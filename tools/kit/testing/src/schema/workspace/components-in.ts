import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A component of the workspace that has an app library. */
export interface Component {
  readonly name: string;
  /** The module that its app library exports. */
  readonly entry: string;
  /** The module that declares its tenancy; it may not exist. */
  readonly tenancy: string;
}

interface Manifest {
  readonly name?: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Returns the names of the components that have an app library. */
export function componentsIn(root: string): string[] {
  return readdirSync(join(root, 'libs'))
    .filter((name) => existsSync(join(root, 'libs', name, 'app/package.json')))
    .toSorted();
}

/**
 * Returns a component after the components on which it builds, directly or indirectly, in the order in which their
 * migrations run: those whose contracts its app library uses, and those whose test libraries its own uses.
 */
export function withThoseBelow(root: string, name: string): Component[] {
  const names = componentsIn(root);
  const owners = new Map(
    ['contract', 'test'].flatMap((library) =>
      names.map((each) => [manifestOf(root, each, library).name, each] as const),
    ),
  );
  const visited = new Set<string>();
  const visit = (each: string): string[] => {
    if (visited.has(each)) return [];
    visited.add(each);
    const dependencies = ['app', 'test'].flatMap((library) =>
      Object.keys(manifestOf(root, each, library).dependencies ?? {}),
    );
    const below = dependencies.flatMap((dependency) => owners.get(dependency) ?? []);
    return [...below.flatMap(visit), each];
  };
  return visit(name).map((each) => componentOf(root, each));
}

function componentOf(root: string, name: string): Component {
  const { exports = {} } = manifestOf(root, name, 'app');
  const folder = join(root, 'libs', name);
  return {
    name,
    entry: join(folder, 'app', exports['.'] ?? 'src/index.ts'),
    tenancy: join(folder, 'test/src/factories/tenancy.ts'),
  };
}

function manifestOf(root: string, name: string, library: string): Manifest {
  const path = join(root, 'libs', name, library, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {};
}
