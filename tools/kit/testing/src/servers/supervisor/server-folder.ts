import { readdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFolder } from '../process/folders.ts';

export type FileKind = 'claim' | 'owner' | 'ready' | 'closed' | 'failed' | 'run';

/** Creates the folder through which processes share one server. */
export async function serverFolder(key: string): Promise<string> {
  const folder = await pathOfServer(key);
  await mkdir(join(folder, 'leases'), { recursive: true, mode: 0o700 });
  return folder;
}

/** Returns the path of that folder, which may not exist. */
export async function pathOfServer(key: string): Promise<string> {
  return join(await stateFolder(), 'servers', key);
}

export async function allServerFolders(): Promise<string[]> {
  const servers = join(await stateFolder(), 'servers');
  const names = await readdir(servers).catch(() => []);
  return names.map((name) => join(servers, name));
}

export function fileOf(folder: string, kind: FileKind, generation: number): string {
  return join(folder, `${kind}-${generation}.json`);
}

/** Returns the generations that have a file of a kind, oldest first; none if the folder does not exist. */
export function generationsOf(folder: string, kind: FileKind): number[] {
  const pattern = new RegExp(`^${kind}-(\\d+)\\.json$`);
  return namesIn(folder)
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const retired = '.retired-';

/**
 * Removes the folder of an ended server. The rename makes it disappear in one step; a process that joined meanwhile
 * starts again.
 */
export async function retireFolder(folder: string): Promise<void> {
  const aside = `${folder}${retired}${process.pid}`;
  await rename(folder, aside);
  await rm(aside, { recursive: true, force: true });
}

export function isRetired(folder: string): boolean {
  return folder.includes(retired);
}

/**
 * Returns the path of a file in which a process leaves information about a server for its children. It is removed
 * with the server.
 */
export function noteFile(folder: string, name: string): string {
  return join(folder, `note-${name}.json`);
}

export async function removeFiles(
  folder: string,
  generation: number,
  kinds: readonly FileKind[],
): Promise<void> {
  await Promise.all(kinds.map((kind) => rm(fileOf(folder, kind, generation), { force: true })));
}
