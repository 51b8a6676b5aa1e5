import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson, type Tree } from '@nx/devkit';
import { type Lockfile, withPackages } from '../../../lib/lockfile.ts';
import { workspacePackages } from '../../../lib/workspace-packages.ts';
import { isKitSource } from './kit-sources.ts';
import type { Tarball } from './tarball.ts';

type Entry = Record<string, unknown> & { readonly resolved?: string };
type Entries = Record<string, Entry>;

const lockfile = 'package-lock.json';

/** Locks the packages of the kit by their hashes in place of its sources. npm drops what nothing depends on any more. */
export function lockKit(
  tree: Tree,
  tarballs: readonly Tarball[],
  specifiers: Readonly<Record<string, string>>,
): void {
  if (!tree.isFile(lockfile)) return;
  const lock = readJson<Lockfile>(tree, lockfile);
  const entries = { ...withoutSources(lock.packages as Entries), ...rootEntries(tree, lock) };
  for (const tarball of tarballs)
    entries[`node_modules/${tarball.name}`] = entryOf(tarball, specifiers[tarball.name] ?? '');
  // npm reads packages in the order of the file, and loses those that stand before the package that holds them
  const sorted = withPackages({ ...lock, packages: {} }, entries);
  tree.write(lockfile, settledByNpm(tree, tarballs, specifiers, sorted));
}

/** Packages that npm could not hoist move with the package that needs them. */
function withoutSources(entries: Entries): Entries {
  const kept = Object.entries(entries).flatMap(([path, entry]): [string, Entry][] => {
    const [, name, nested] = /^tools\/kit\/([^/]+)\/(node_modules\/.*)$/.exec(path) ?? [];
    if (nested !== undefined) return [[`node_modules/@vouch/${name}/${nested}`, entry]];
    return isKitSource(path) || isKitSource(entry.resolved ?? '') ? [] : [[path, entry]];
  });
  return Object.fromEntries(kept);
}

function rootEntries(tree: Tree, lock: Lockfile): Entries {
  const { workspaces, devDependencies } = readJson<Record<string, unknown>>(tree, 'package.json');
  return { '': { ...(lock.packages[''] as object), workspaces, devDependencies } };
}

function entryOf({ name: _name, file: _file, ...packed }: Tarball, specifier: string): Entry {
  return { ...packed, ...(specifier.startsWith('file:') && { resolved: specifier }), dev: true };
}

/** npm reads the manifests and the lockfile alone: it needs no network for packages that were locked before. */
function settledByNpm(
  tree: Tree,
  tarballs: readonly Tarball[],
  specifiers: Readonly<Record<string, string>>,
  lock: Lockfile,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-lock-'));
  const put = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  try {
    for (const path of ['', ...[...workspacePackages(tree).values()].map((each) => `${each}/`)])
      put(`${path}package.json`, tree.read(`${path}package.json`) ?? '{}');
    put('.npmrc', tree.read('.npmrc') ?? '');
    put(lockfile, JSON.stringify(lock));
    for (const { name, file } of tarballs)
      if (specifiers[name]?.startsWith('file:'))
        put(specifiers[name].slice('file:'.length), readFileSync(file));
    const args = [
      'install',
      '--package-lock-only',
      '--prefer-offline',
      '--ignore-scripts',
      '--loglevel=error',
    ];
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(join(folder, lockfile), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
