import { readdir, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf } from '../process/identity.ts';

/** The age at which an unused copy is removed. Each start of a server from a copy resets its age. */
const old = 30 * 24 * 3_600_000;

/**
 * Removes copies of PostgreSQL's programs that no server has used for a month, and incomplete copies of killed
 * processes.
 */
export async function removeOldCopies(home: string, now = Date.now()): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith('binaries-'));
  const inUse = await programsInUse();
  for (const name of names) {
    const folder = join(home, name);
    const isUsed = inUse.some((program) => program.startsWith(`${folder}/`));
    if (!isUsed && (isAbandoned(name) || now - (await lastUse(folder)) > old))
      await rm(folder, { recursive: true, force: true });
  }
}

/** The name of an incomplete copy ends with the id of the process that creates it. */
function isAbandoned(name: string): boolean {
  const maker = /^binaries-\w+\.(\d+)/.exec(name)?.[1];
  return maker !== undefined && identityOf(Number(maker)) === undefined;
}

async function lastUse(folder: string): Promise<number> {
  return (await stat(folder)).mtimeMs;
}

/** Returns the paths of all running programs, where the system lists them. */
async function programsInUse(): Promise<string[]> {
  const processes = await readdir('/proc').catch(() => []);
  const links = processes.filter((name) => /^\d+$/.test(name)).map((pid) => readlink(`/proc/${pid}/exe`));
  return (await Promise.allSettled(links)).flatMap((found) =>
    found.status === 'fulfilled' ? found.value : [],
  );
}
