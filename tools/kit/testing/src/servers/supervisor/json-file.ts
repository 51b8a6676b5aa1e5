import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';

/** Reads a file that is always complete; returns undefined if it does not exist. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces a file in one step, so that a reader sees either the old content or the new one. */
export async function writeJson(file: string, content: unknown): Promise<void> {
  await rename(await writeScratch(file, content), file);
}

/** Creates a complete file unless it exists. Of several processes that try, exactly one gets true. */
export async function createJson(file: string, content: unknown): Promise<boolean> {
  const scratch = await writeScratch(file, content);
  try {
    await link(scratch, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(scratch, { force: true });
  }
}

async function writeScratch(file: string, content: unknown): Promise<string> {
  const scratch = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(scratch, JSON.stringify(content), { mode: 0o600 });
  return scratch;
}
