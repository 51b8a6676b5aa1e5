import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { installLock } from './install-lock.mjs';
import { isStale } from './is-stale.mjs';

/** Installs missing or outdated packages from the lockfile. Takes a few milliseconds if there are none. */
export async function ensureInstalled(root) {
  if (!stale(root)) return;
  const release = await installLock(root);
  try {
    if (stale(root)) await install(root);
  } finally {
    release();
  }
}

function stale(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  return (
    !existsSync(installed) || isStale(packagesOf(join(root, 'package-lock.json')), packagesOf(installed))
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
