import { readJson, type Tree } from '@nx/devkit';

export interface Lockfile {
  packages: Record<string, unknown>;
}

const lockfile = 'package-lock.json';

/** Adds workspace packages to npm's lockfile as npm would, so that no installation is necessary. */
export function addToLockfile(tree: Tree, folders: readonly string[]): void {
  if (!tree.isFile(lockfile)) return;
  const lock = readJson<Lockfile>(tree, lockfile);
  const added = Object.fromEntries(folders.flatMap((folder) => entriesOf(tree, folder)));
  tree.write(lockfile, `${JSON.stringify(withPackages(lock, added), null, 2)}\n`);
}

/** Removes workspace packages from npm's lockfile. */
export function removeFromLockfile(tree: Tree, packages: ReadonlyMap<string, string>): void {
  if (!tree.isFile(lockfile)) return;
  const lock = readJson<Lockfile>(tree, lockfile);
  const gone = new Set([...packages].flatMap(([name, folder]) => [folder, `node_modules/${name}`]));
  const kept = Object.entries(lock.packages).filter(([path]) => !gone.has(path));
  tree.write(lockfile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(kept) }, null, 2)}\n`);
}

/** Returns the lockfile with more packages, in npm's order. */
export function withPackages(lock: Lockfile, added: Readonly<Record<string, unknown>>): Lockfile {
  const sorted = Object.entries({ ...lock.packages, ...added }).toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function entriesOf(tree: Tree, folder: string): [string, unknown][] {
  const { name, version, dependencies, devDependencies } = readJson<Record<string, unknown>>(
    tree,
    `${folder}/package.json`,
  );
  return [
    [
      folder,
      {
        name,
        version,
        ...(dependencies ? { dependencies } : {}),
        ...(devDependencies ? { devDependencies } : {}),
      },
    ],
    [`node_modules/${String(name)}`, { resolved: folder, link: true }],
  ];
}
