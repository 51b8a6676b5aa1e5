import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Tarball } from './tarball.ts';

/** The program that builds the packages. It is part of the template, not of the packages. */
export const packer = 'tools/proof/pack/src/main.ts';

export function packKit(root: string, out: string): Tarball[] {
  console.log('Building the packages of the kit ...');
  const args = [join(root, packer), '--json', `--out=${out}`];
  const output = execFileSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output) as Tarball[];
}
