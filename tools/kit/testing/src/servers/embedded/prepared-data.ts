import { chmodSync, cpSync, existsSync, lchownSync, readdirSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { serverHome } from '../process/folders.ts';
import { initializeData } from './initialize-data.ts';
import type { ServerUser } from '../process/server-user.ts';

/**
 * Returns a data directory that a test server can start from. It is created once per version and then copied, which
 * takes a tenth of the time of initdb.
 */
export async function preparedData(binaries: Binaries): Promise<string> {
  const folder = join(await serverHome(), `prepared-${binaries.version}-1`);
  if (!existsSync(folder)) await prepare(binaries, folder);
  return join(folder, 'data');
}

/**
 * Copies prepared data to a new folder and gives it to the server's user. The synchronous copy is the fastest for a
 * thousand small files.
 */
export function copyData(from: string, to: string, user: ServerUser | undefined): void {
  cpSync(from, to, { recursive: true });
  chmodSync(to, 0o700);
  if (user) giveAll(to, user);
}

async function prepare(binaries: Binaries, folder: string): Promise<void> {
  const scratch = `${folder}.${process.pid}`;
  await mkdir(scratch, { mode: 0o700 });
  try {
    if (binaries.user) await chown(scratch, binaries.user.uid, binaries.user.gid);
    await initializeData(binaries, join(scratch, 'data'), { durable: false });
    await rename(scratch, folder);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    // Another process created it first.
    if (!existsSync(folder)) throw error;
  }
}

function giveAll(folder: string, user: ServerUser): void {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const entry of ['.', ...entries]) lchownSync(join(folder, entry), user.uid, user.gid);
}
