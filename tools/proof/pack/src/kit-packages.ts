import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package of the kit, as it stands in the workspace. */
export interface KitPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages of the kit that are published, each after those that it depends on. */
export function kitPackages(root: string): KitPackage[] {
  const found = globSync('tools/kit/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => ({ folder: join(root, dirname(file)), manifest: readManifest(join(root, file)) }))
    .filter(({ manifest }) => manifest.private !== true);
  const sorted = new Set<KitPackage>();
  for (const each of found) add(each);
  return [...sorted];

  function add(each: KitPackage): void {
    const names = Object.keys(each.manifest.dependencies ?? {});
    for (const other of found) if (names.includes(other.manifest.name)) add(other);
    sorted.add(each);
  }
}

export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
