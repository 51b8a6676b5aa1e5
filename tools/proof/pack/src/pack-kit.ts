import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage } from './build-package.ts';
import { kitPackages, readManifest } from './kit-packages.ts';

/** A package as npm packs it. The same sources give the same bytes. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly integrity: string;
  readonly unpackedSize: number;
  readonly license?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Builds the packages of the kit and packs each into `out`. */
export function packKit(root: string, out: string): Tarball[] {
  const stage = mkdtempSync(join(tmpdir(), 'vouch-pack-'));
  try {
    linkInstalled(root, join(stage, 'node_modules'));
    mkdirSync(out, { recursive: true });
    return kitPackages(root).map((kitPackage) => packInto(out, buildPackage(root, stage, kitPackage)));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What the packages depend on, without the packages of the workspace. */
function linkInstalled(root: string, modules: string): void {
  mkdirSync(modules);
  const installed = join(root, 'node_modules');
  for (const entry of readdirSync(installed))
    if (!entry.startsWith('.') && entry !== '@vouch')
      symlinkSync(join(installed, entry), join(modules, entry), 'dir');
}

function packInto(out: string, folder: string): Tarball {
  const args = ['pack', '--json', '--ignore-scripts', `--pack-destination=${out}`];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm pack in ${folder} failed:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as [Omit<Tarball, 'file'> & { readonly filename: string }];
  const { name, version, integrity, unpackedSize, filename } = packed;
  const { license, bin, dependencies } = readManifest(join(folder, 'package.json'));
  const locked = {
    ...(license !== undefined && { license }),
    ...(bin && { bin }),
    ...(dependencies && { dependencies }),
  };
  return { name, version, integrity, unpackedSize, file: join(out, filename), ...locked };
}
