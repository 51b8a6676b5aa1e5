import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import type { Binaries } from './binaries.ts';
import { otherVersion, otherVersionFix } from './explain-log.ts';
import { isOpenToAll, ownFolder, ownName } from '../process/folders.ts';
import { initializeData } from './initialize-data.ts';

/**
 * Returns the folder for persistent data: `data` below the requested folder. If the server's user cannot reach that
 * (a checkout under `/root`), returns a folder under `/var/tmp` that is named after it.
 */
export async function persistentFolder(asked: string, { user }: Binaries): Promise<string> {
  const wanted = resolve(asked);
  await mkdir(wanted, { recursive: true, mode: 0o755 });
  if (!user || (await isOpenToAll(wanted))) return join(wanted, 'data');
  const home = join('/var/tmp', `vouch-${ownName()}-data`);
  await ownFolder(home, user.uid, user.gid);
  const place = join(home, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  await mkdir(place, { recursive: true, mode: 0o755 });
  return join(place, 'data');
}

/** Creates the data directory if it does not exist, in one step, and refuses data of another major version. */
export async function ensurePersistentData(folder: string, binaries: Binaries): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    await refuseOtherVersion(folder, binaries.version);
    return;
  }
  await removeLeftovers(folder);
  const nest = `${folder}.new-${process.pid}`;
  await mkdir(nest, { mode: 0o700 });
  if (binaries.user) await chown(nest, binaries.user.uid, binaries.user.gid);
  try {
    await initializeData(binaries, join(nest, 'data'), { durable: true });
    await rename(join(nest, 'data'), folder);
  } finally {
    await rm(nest, { recursive: true, force: true });
  }
}

async function removeLeftovers(folder: string): Promise<void> {
  const siblings = await readdir(dirname(folder));
  const leftovers = siblings.filter((name) => name.startsWith(`${basename(folder)}.new-`));
  await Promise.all(
    leftovers.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })),
  );
}

async function refuseOtherVersion(folder: string, version: string): Promise<void> {
  const found = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (found === version.split('.')[0]) return;
  throw new ServerProblem('data-of-other-version', otherVersion(folder, found, version), otherVersionFix());
}
