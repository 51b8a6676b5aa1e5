import { lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Creates the links between the server's libraries. npm does not pack them, and the package's install script creates
 * them only where install scripts may run. Several processes may call this at once.
 */
export async function createLibraryLinks(nativeFolder: string): Promise<void> {
  const links = await readLinks(nativeFolder);
  await Promise.all(links.map((link) => makeLink(dirname(nativeFolder), link)));
}

async function readLinks(nativeFolder: string): Promise<Link[]> {
  try {
    return JSON.parse(await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8')) as Link[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function makeLink(packageFolder: string, { source, target }: Link): Promise<void> {
  const link = join(packageFolder, target);
  if (await exists(link)) return;
  const scratch = `${link}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await symlink(basename(source), scratch);
  await rename(scratch, link).catch(async (error: unknown) => {
    await rm(scratch, { force: true });
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
