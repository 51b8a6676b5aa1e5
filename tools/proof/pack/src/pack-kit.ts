import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Tarball } from '@vouch/nx/thin-workspace';
import { buildPackage } from './build-package.ts';
import { kitPackages, readManifest } from './kit-packages.ts';
import { writeTemplate } from './template.ts';

const create = 'create-vouch';

/** A package as npm packs it. The same sources give the same bytes. */
export interface PackedTarball extends Tarball {
  readonly unpackedSize: number;
}

/** Builds the packages that a workspace depends on, and packs each into `out`. */
export async function packKit(root: string, out: string): Promise<PackedTarball[]> {
  return inStage(root, async (stage) => {
    const kit = kitPackages(root).filter(({ manifest }) => manifest.name !== create);
    const tarballs = kit.map((kitPackage) => packInto(out, buildPackage(root, stage, kitPackage)));
    writeFileSync(join(out, 'packages.json'), `${JSON.stringify(tarballs.map(listed), null, 2)}\n`);
    return tarballs;
  });
}

/** As `npm run update-kit` reads it. */
function listed({ name, version, file, integrity }: PackedTarball): object {
  return { name, version, file: basename(file), integrity };
}

/** Packs create-vouch, whose template depends on the given packages. */
export async function packCreate(
  root: string,
  out: string,
  tarballs: readonly Tarball[],
): Promise<PackedTarball> {
  const kitPackage = kitPackages(root).find(({ manifest }) => manifest.name === create);
  if (kitPackage === undefined)
    throw new Error(`tools/kit holds no package ${create}. Expected one to pack.`);
  return inStage(root, async (stage) => {
    const folder = buildPackage(root, stage, kitPackage);
    await writeTemplate(root, tarballs, join(folder, 'dist/template.json'));
    return packInto(out, folder);
  });
}

/** A folder in which packages are built, beside the packages that they depend on. */
async function inStage<Result>(root: string, work: (stage: string) => Promise<Result>): Promise<Result> {
  const stage = mkdtempSync(join(tmpdir(), 'vouch-pack-'));
  try {
    linkInstalled(root, join(stage, 'node_modules'));
    return await work(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Links what the packages depend on, without the packages of the workspace, which are links themselves. */
function linkInstalled(root: string, modules: string): void {
  mkdirSync(modules);
  const installed = join(root, 'node_modules');
  for (const entry of readdirSync(installed))
    if (!entry.startsWith('.') && entry !== '@vouch' && !lstatSync(join(installed, entry)).isSymbolicLink())
      symlinkSync(join(installed, entry), join(modules, entry), 'dir');
}

function packInto(out: string, folder: string): PackedTarball {
  mkdirSync(out, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', `--pack-destination=${out}`];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm pack in ${folder} failed:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as [Omit<PackedTarball, 'file'> & { readonly filename: string }];
  const { name, version, integrity, unpackedSize, filename } = packed;
  const { license, bin, dependencies } = readManifest(join(folder, 'package.json'));
  const locked = {
    ...(license !== undefined && { license }),
    ...(bin && { bin }),
    ...(dependencies && { dependencies }),
  };
  return { name, version, integrity, unpackedSize, file: join(out, filename), ...locked };
}
