import { readlinkSync } from 'node:fs';
import { chown, lstat, mkdir, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { serverUser } from './server-user.ts';

/**
 * Returns the folder for files that the server's user must reach: prepared data and copies of binaries. It is a
 * cache: removing it only costs a second.
 */
export async function serverHome(): Promise<string> {
  const user = serverUser();
  const owner = user?.uid ?? process.getuid?.();
  const folder = join(await commonFolder(), `vouch-${ownName()}${user ? '-server' : ''}`);
  await ownFolder(folder, owner, user?.gid);
  return folder;
}

/** Returns the folder that the processes of this user share: servers and leases. */
export async function stateFolder(): Promise<string> {
  const folder = join(tmpdir(), `vouch-${ownName()}`);
  await ownFolder(folder);
  return folder;
}

/** Creates a folder with mode 0700 under the temporary folder; throws if another user created it first. */
export async function ownFolder(folder: string, owner = process.getuid?.(), group?: number): Promise<void> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  if (made && owner !== undefined && owner !== process.getuid?.()) await chown(folder, owner, group ?? owner);
  await refuseForeign(folder, owner);
}

/** Identifies this user and this container: processes that cannot see each other must not share a server. */
export function ownName(): string {
  const user = String(process.getuid?.() ?? userInfo().username);
  return [user, ...foreignNamespace()].join('-');
}

function foreignNamespace(): string[] {
  try {
    const namespace = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0];
    return namespace && namespace !== firstNamespace ? [namespace] : [];
  } catch {
    return [];
  }
}

/** The number of the PID namespace of the machine itself, under Linux. */
const firstNamespace = '4026531836';

/** Returns whether every user can enter a folder, which requires that every user can enter its parents. */
export async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(resolve(folder));
  return parent === resolve(folder) || isOpenToAll(parent);
}

async function commonFolder(): Promise<string> {
  const own = tmpdir();
  return serverUser() && !(await isOpenToAll(own)) ? '/tmp' : own;
}

async function refuseForeign(folder: string, owner: number | undefined): Promise<void> {
  if (owner === undefined) return;
  const found = await waitForOwner(folder, owner);
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return;
  throw new ServerProblem(
    'unsafe-folder',
    `${folder} must be a folder of user ${owner} that no other user can enter (0700), ` +
      `but it belongs to user ${found.uid} with mode ${(found.mode & 0o7777).toString(8)}.`,
    `Inspect its content, then remove it: rm -rf ${folder}`,
  );
}

/** Waits for another process of this user, which may have created the folder and not changed its owner yet. */
async function waitForOwner(folder: string, owner: number) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await lstat(folder);
    if (found.uid === owner || found.uid !== process.getuid?.()) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
  return lstat(folder);
}
