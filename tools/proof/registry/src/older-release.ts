import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedTarball } from '@vouch/pack';

/** The same packages under an older version: what a workspace has that was not updated yet. */
export function olderRelease(
  kit: readonly PackedTarball[],
  version: string,
  folder: string,
): { file: string }[] {
  return kit.map((tarball) => {
    const unpacked = join(folder, 'older', tarball.name.replace('/', '-'));
    mkdirSync(unpacked, { recursive: true });
    execFileSync('tar', ['xzf', tarball.file, '-C', unpacked]);
    const manifest = join(unpacked, 'package/package.json');
    const text = readFileSync(manifest, 'utf8').replaceAll(
      /("(?:version|@vouch\/[\w-]+)": ")[^"]+(")/g,
      `$1${version}$2`,
    );
    writeFileSync(manifest, text);
    const args = ['pack', '--json', '--ignore-scripts'];
    const packed = execFileSync('npm', args, { cwd: join(unpacked, 'package'), encoding: 'utf8' });
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    return { file: join(unpacked, 'package', filename) };
  });
}
