import { createHash } from 'node:crypto';
import { constants, readdirSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { serverHome } from '../process/folders.ts';
import { createLibraryLinks } from './library-links.ts';
import { removeOldCopies } from './remove-old-copies.ts';

/**
 * Copies PostgreSQL's programs out of `node_modules`, because `npm ci` removes them there while a running server
 * still reads its libraries and time zones. The server's user can reach the copy. All checkouts with the same package
 * share one copy; its files are hard links where the file system allows it.
 */
export async function reachableCopy(native: string): Promise<string> {
  const files = filesIn(native);
  const home = await serverHome();
  const copy = join(home, `binaries-${await contentOf(native, files)}`);
  if (!isWhole(copy, files)) {
    await makeCopy(native, files, copy);
    await removeOldCopies(home);
  }
  await utimes(copy, new Date(), new Date());
  return join(copy, 'native');
}

/** Checks for every file: cleaners of temporary folders delete single files. */
function isWhole(copy: string, files: readonly string[]): boolean {
  try {
    return filesIn(join(copy, 'native')).join() === files.join();
  } catch {
    return false;
  }
}

async function makeCopy(native: string, files: readonly string[], copy: string): Promise<void> {
  const scratch = `${copy}.${process.pid}`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { mode: 0o755 });
  for (const folder of new Set(files.map(dirname)))
    await mkdir(join(scratch, 'native', folder), { recursive: true, mode: 0o755 });
  for (const file of files) await linkOrCopy(join(native, file), join(scratch, 'native', file));
  await createLibraryLinks(join(scratch, 'native'));
  // Another process may have created it first.
  if (!isWhole(copy, files)) {
    await rm(copy, { recursive: true, force: true });
    await rename(scratch, copy).catch(() => undefined);
  }
  await rm(scratch, { recursive: true, force: true });
}

/** Links a file only if its permissions let the server's user read it: a link has the permissions of its file. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  const { mode } = await stat(from);
  const open = mode | ((mode & 0o100) === 0 ? 0o444 : 0o555);
  const isLinked = mode === open && (await link(from, to).then(yes, no));
  if (isLinked) return;
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, open & 0o7777);
}

const yes = (): boolean => true;
const no = (): boolean => false;

/** Returns the paths of the files in a folder, without links. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Hashes a package's version and its list of files: an interrupted installation has fewer. */
async function contentOf(native: string, files: readonly string[]): Promise<string> {
  const description = await readFile(join(dirname(native), 'package.json'));
  return createHash('sha256').update(description).update(files.join('\n')).digest('hex').slice(0, 12);
}
