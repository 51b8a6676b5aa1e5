import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KitRelease } from './kit-release.ts';

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Has a workspace depend on the packages of the kit at a version of the registry. */
export function useVersion(root: string, version: string): void {
  changeSpecifiers(root, Object.fromEntries(kitPackagesOf(root).map((name) => [name, version])));
}

/** Puts the tarballs of a release into `tools/kit` in place of the present ones. Nothing is written before all are read. */
export async function replaceTarballs(root: string, release: KitRelease): Promise<void> {
  const wanted = release.packages.filter(({ name }) => kitPackagesOf(root).includes(name));
  if (wanted.length === 0)
    throw new Error(
      'The release holds no package that this workspace depends on. Expected @vouch/nx among them.',
    );
  const contents = await Promise.all(wanted.map(release.read));
  const folder = join(root, 'tools/kit');
  for (const tarball of globSync('*.tgz', { cwd: folder })) rmSync(join(folder, tarball));
  mkdirSync(folder, { recursive: true });
  for (const [index, { file }] of wanted.entries())
    writeFileSync(join(folder, basename(file)), contents[index] ?? '');
  const specifiers = wanted.map(({ name, file }) => [name, `file:tools/kit/${basename(file)}`] as const);
  changeSpecifiers(root, Object.fromEntries(specifiers));
}

/** The packages of the kit that a workspace depends on. A workspace that has their sources has none. */
function kitPackagesOf(root: string): string[] {
  const names = Object.keys(readManifest(root).devDependencies).filter((name) => name.startsWith('@vouch/'));
  if (names.length > 0) return names;
  throw new Error(
    'This workspace depends on no package of the kit: it has the sources, in tools/kit. Update them with git, or use packages: npx nx g rename --name=my-app',
  );
}

function changeSpecifiers(root: string, specifiers: Readonly<Record<string, string>>): void {
  const manifest = readManifest(root);
  const devDependencies = { ...manifest.devDependencies, ...specifiers };
  writeFileSync(join(root, 'package.json'), `${JSON.stringify({ ...manifest, devDependencies }, null, 2)}\n`);
}

function readManifest(root: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
}
