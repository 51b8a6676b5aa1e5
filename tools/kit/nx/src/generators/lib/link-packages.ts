import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Lockfile, withPackages } from './lockfile.ts';

/**
 * Links workspace packages into `node_modules` as npm would, without running npm. Can be repeated. For other package
 * managers, prints their command.
 */
export function linkPackages(root: string, packages: ReadonlyMap<string, string>): void {
  if (!existsSync(join(root, 'package-lock.json'))) {
    console.log(
      '\nLink the new packages with your package manager: pnpm install, yarn install or bun install.',
    );
    return;
  }
  for (const [name, folder] of packages) link(join(root, 'node_modules', name), join(root, folder));
  addInstalled(root, packages);
}

/** Removes the links of workspace packages. */
export function unlinkPackages(root: string, packages: ReadonlyMap<string, string>): void {
  for (const name of packages.keys()) {
    const path = join(root, 'node_modules', name);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
  }
  const gone = new Set([...packages].flatMap(([name, folder]) => [folder, `node_modules/${name}`]));
  removeInstalled(root, (path) => gone.has(path));
}

/** Removes links to workspace packages that were deleted or renamed. */
export function unlinkRemoved(root: string): void {
  const modules = join(root, 'node_modules');
  const scopes = readdirSync(modules).filter((name) => name.startsWith('@') && !isLink(join(modules, name)));
  const names = scopes.flatMap((scope) =>
    readdirSync(join(modules, scope)).map((name) => `${scope}/${name}`),
  );
  const gone = names.filter(
    (name) => isOurs(root, join(modules, name)) && !isLinkTo(name, join(modules, name)),
  );
  for (const name of gone) rmSync(join(modules, name));
  for (const scope of scopes.filter((each) => readdirSync(join(modules, each)).length === 0)) {
    rmdirSync(join(modules, scope));
  }
  removeInstalled(root, (path) => gone.some((name) => path === `node_modules/${name}`) || isGone(root, path));
}

function isLink(path: string): boolean {
  return lstatSync(path).isSymbolicLink();
}

/** Ignores links of the package manager. */
function isOurs(root: string, path: string): boolean {
  if (!isLink(path)) return false;
  return own.test(relative(realpathSync(root), resolve(realpathSync(dirname(path)), readlinkSync(path))));
}

const own = /^(?:apps|libs|tools)[\\/]/;

function isLinkTo(name: string, path: string): boolean {
  const manifest = join(path, 'package.json');
  return (
    existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === name
  );
}

/** True for deleted workspace folders, which npm's list of installed packages contains too. */
function isGone(root: string, path: string): boolean {
  return (
    /^(?:apps|libs|tools)\//.test(path) && !path.includes('node_modules') && !existsSync(join(root, path))
  );
}

function removeInstalled(root: string, isGone: (path: string) => boolean): void {
  const file = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(file)) return;
  const installed = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  const kept = Object.entries(installed.packages).filter(([path]) => !isGone(path));
  writeFileSync(file, `${JSON.stringify({ ...installed, packages: Object.fromEntries(kept) }, null, 2)}\n`);
}

function link(from: string, to: string): void {
  const target = relative(dirname(from), to);
  const present = lstatSync(from, { throwIfNoEntry: false });
  if (present?.isSymbolicLink() && readlinkSync(from) === target) return;
  if (present) {
    throw new Error(
      `${from} exists, but does not link to ${to}. Remove it, then link the packages: npm install`,
    );
  }
  mkdirSync(dirname(from), { recursive: true });
  symlinkSync(target, from, process.platform === 'win32' ? 'junction' : 'dir');
}

/** Updates npm's list of installed packages. Without it, the next start would install everything again. */
function addInstalled(root: string, packages: ReadonlyMap<string, string>): void {
  const file = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(file)) return;
  const installed = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile).packages;
  const keys = [...packages].flatMap(([name, folder]) => [folder, `node_modules/${name}`]);
  const added = Object.fromEntries(keys.map((key) => [key, locked[key]]));
  writeFileSync(file, `${JSON.stringify(withPackages(installed, added), null, 2)}\n`);
}
