import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../graph/package-manifest.ts';
import { findLockfileProblems, type LockedPackage } from './find-lockfile-problems.ts';
import { installScripts } from './install-scripts.ts';

export async function checkLockfile(root: string): Promise<string[]> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const own = readManifest(root, '.').vouch?.installScripts;
  return findLockfileProblems(packages, { ...installScripts, ...own });
}
