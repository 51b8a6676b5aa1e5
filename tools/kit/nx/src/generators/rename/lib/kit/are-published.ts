import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Tarball } from './tarball.ts';

/** True if the registry has packages with the same bytes. Without a network, or with changed sources, it has not. */
export async function arePublished(tarballs: readonly Tarball[]): Promise<boolean> {
  const published = await Promise.all(tarballs.map(integrityInRegistry));
  return tarballs.every(({ integrity }, index) => published[index] === integrity);
}

async function integrityInRegistry({ name, version }: Tarball): Promise<string | undefined> {
  const patience = ['--fetch-retries=0', '--fetch-timeout=5000'];
  try {
    const args = ['view', `${name}@${version}`, 'dist.integrity', ...patience];
    return (await promisify(execFile)('npm', args)).stdout.trim();
  } catch {
    return undefined;
  }
}
