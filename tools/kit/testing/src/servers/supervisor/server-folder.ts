import { readdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFolder } from '../process/folders.ts';

export type FileKind = 'claim' | 'owner' | 'ready' | 'closed' | 'failed' | 'run';

/** The folder in which the processes that share one server find it. */
export async function serverFolder(key: string): Promise<string> {
  const folder = await pathOfServer(key);
  await mkdir(join(folder, 'leases'), { recursive: true, mode: 0o700 });
  return folder;
}

/** Where that folder is, or would be. */
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

/** The generations that left a file of some kind, oldest first; none where the folder is gone. */
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

/** Removes the folder of a server that ended. Who came in meanwhile finds it gone at one stroke, and begins again. */
export async function retireFolder(folder: string): Promise<void> {
  const aside = `${folder}${retired}${process.pid}`;
  await rename(folder, aside);
  await rm(aside, { recursive: true, force: true });
}

export function isRetired(folder: string): boolean {
  return folder.includes(retired);
}

/** A place for what a process found out about a server, for its children to read. It goes with the server. */
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
