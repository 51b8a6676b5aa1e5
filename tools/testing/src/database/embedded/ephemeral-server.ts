import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { isOpenToAll, ownName } from '../process/folders.ts';
import { freePort } from './free-port.ts';
import { passwordFile } from './initialize-data.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { copyData, preparedData } from './prepared-data.ts';
import { roomIn, testSettings } from './settings.ts';

/** A test server that this process started: fast, and gone with its data when it is stopped. */
export interface EphemeralServer extends AsyncDisposable {
  /** As superuser, to the database `postgres`. */
  readonly url: string;
  /** The same through a socket in its folder, which takes a third off a round trip; by address where that cannot be. */
  readonly socketUrl: string;
  readonly version: string;
  readonly pid: number;
  /** All that it keeps on a disk or in memory; removed by `stop`. */
  readonly folder: string;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startEphemeralServer(folder?: string): Promise<EphemeralServer> {
  folder ??= await newRunFolder();
  const binaries = await readyBinaries();
  const prepared = await preparedData(binaries);
  try {
    await makeFor(binaries, folder);
    copyData(prepared, join(folder, 'data'), binaries.user);
    const { postmaster, port } = await startSomewhere(binaries, folder);
    const password = await readFile(join(folder, 'data', passwordFile), 'utf8');
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    return serverOf(postmaster, folder, binaries.version, url);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function serverOf(postmaster: Postmaster, folder: string, version: string, url: string): EphemeralServer {
  const stop = async (): Promise<void> => {
    await postmaster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const { pid, ended } = postmaster;
  const socketUrl = canHoldSocket(folder) ? `${url}?host=${encodeURIComponent(folder)}` : url;
  return { url, socketUrl, version, pid, folder, ended, stop, [Symbol.asyncDispose]: stop };
}

/** The path of a socket may have about a hundred characters, and PostgreSQL adds some twenty to the folder's. */
function canHoldSocket(folder: string): boolean {
  return process.platform !== 'win32' && folder.length < 80;
}

/** A name for the folder of a server: in memory where there is a `/dev/shm` with room, else in the temporary folder. */
export async function newRunFolder(): Promise<string> {
  return join(await runParent(), `vouch-${ownName()}-run-${process.pid}-${randomBytes(4).toString('hex')}`);
}

async function makeFor({ user }: Binaries, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}

async function runParent(): Promise<string> {
  if (process.platform === 'linux' && roomIn('/dev/shm') >= 512 * 1024 ** 2) return '/dev/shm';
  const own = tmpdir();
  return process.getuid?.() === 0 && !(await isOpenToAll(own)) ? '/tmp' : own;
}

/** The port is free when we look and may be taken when the server looks: then another one serves. */
async function startSomewhere(
  binaries: Binaries,
  folder: string,
): Promise<{ postmaster: Postmaster; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const socketFolder = canHoldSocket(folder) ? folder : '';
    const options = { binaries, folder: join(folder, 'data'), port, socketFolder, settings: testSettings() };
    try {
      return { postmaster: await startPostmaster({ ...options, kept: false }), port };
    } catch (error) {
      if (attempt === 5 || !(error instanceof DatabaseProblem) || error.code !== 'port-taken') throw error;
    }
  }
}
