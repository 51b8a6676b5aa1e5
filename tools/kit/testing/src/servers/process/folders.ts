import { readlinkSync } from 'node:fs';
import { chown, lstat, mkdir, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { serverUser } from './server-user.ts';

/**
 * The folder in which the server's user keeps what it must reach: prepared data, copies of binaries. It is a cache,
 * so removing it costs a second and nothing else.
 */
export async function serverHome(): Promise<string> {
  const user = serverUser();
  const owner = user?.uid ?? process.getuid?.();
  const folder = join(await commonFolder(), `vouch-${ownName()}${user ? '-server' : ''}`);
  await ownFolder(folder, owner, user?.gid);
  return folder;
}

/** The folder of what the processes of this user must know of each other: servers, leases. */
export async function stateFolder(): Promise<string> {
  const folder = join(tmpdir(), `vouch-${ownName()}`);
  await ownFolder(folder);
  return folder;
}

/** A folder of ours under the temporary folder, 0700; refused when someone else made it first. */
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

/** Names this user, and the container that we are in: processes that cannot see each other must not share a server. */
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

/** What Linux calls the namespace of the machine itself. */
const firstNamespace = '4026531836';

/** Whether every user may walk into a folder: true when each folder above it can be passed. */
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
    `${folder} should be a folder of user ${owner} that nobody else can enter (0700), ` +
      `but it belongs to user ${found.uid} with mode ${(found.mode & 0o7777).toString(8)}.`,
    `Look at what is in it, then remove it: rm -rf ${folder}`,
  );
}

/** Another process of ours may be between making the folder and giving it away. */
async function waitForOwner(folder: string, owner: number) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await lstat(folder);
    if (found.uid === owner || found.uid !== process.getuid?.()) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
  return lstat(folder);
}
