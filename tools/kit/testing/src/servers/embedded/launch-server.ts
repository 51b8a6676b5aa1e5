import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { isOpenToAll, ownName } from '../process/folders.ts';
import { freePort } from '../process/free-port.ts';
import { passwordFile } from './initialize-data.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { copyData, preparedData } from './prepared-data.ts';
import type { StartedServer } from '../model/server-provider.ts';
import { freeBytes, testSettings } from './postgres-settings.ts';

/**
 * Starts a fast server whose data are deleted with it. The server outlives this process, so only a supervisor may
 * call this.
 */
export async function launchServer(folder: string): Promise<StartedServer> {
  const binaries = await readyBinaries();
  const prepared = await preparedData(binaries);
  try {
    await makeFor(binaries, folder);
    copyData(prepared, join(folder, 'data'), binaries.user);
    const { postmaster, port } = await startSomewhere(binaries, folder);
    const password = await readFile(join(folder, 'data', passwordFile), 'utf8');
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    return serverOf(postmaster, folder, url);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Prefers a Unix socket, which makes a round trip a third faster. The URL keeps the TCP address for clients without
 * sockets.
 */
function serverOf({ ended, stop: end }: Postmaster, folder: string, url: string): StartedServer {
  const stop = async (): Promise<void> => {
    await end();
    await rm(folder, { recursive: true, force: true });
  };
  const socketUrl = canHoldSocket(folder) ? `${url}?host=${encodeURIComponent(folder)}` : url;
  return { url: socketUrl, ended, stop };
}

/** A socket's path may have about 100 characters, and PostgreSQL adds about 20 to the folder's. */
function canHoldSocket(folder: string): boolean {
  return process.platform !== 'win32' && folder.length < 80;
}

/** Returns a path for a server's folder: in `/dev/shm` if it has enough space, else in the temporary folder. */
export async function newRunFolder(): Promise<string> {
  return join(await runParent(), `vouch-${ownName()}-run-${process.pid}-${randomBytes(4).toString('hex')}`);
}

async function makeFor({ user }: Binaries, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}

async function runParent(): Promise<string> {
  if (process.platform === 'linux' && freeBytes('/dev/shm') >= 512 * 1024 ** 2) return '/dev/shm';
  const own = tmpdir();
  return process.getuid?.() === 0 && !(await isOpenToAll(own)) ? '/tmp' : own;
}

/** Another program can take the free port before the server does; then the server starts on another port. */
async function startSomewhere(
  binaries: Binaries,
  folder: string,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const socketFolder = canHoldSocket(folder) ? folder : '';
    const options = { binaries, folder: join(folder, 'data'), port, socketFolder, settings: testSettings() };
    try {
      return { postmaster: await startPostmaster({ ...options, hasWatchdog: false }), port };
    } catch (error) {
      if (attempt === 5 || !(error instanceof ServerProblem) || error.code !== 'port-taken') throw error;
    }
  }
}
