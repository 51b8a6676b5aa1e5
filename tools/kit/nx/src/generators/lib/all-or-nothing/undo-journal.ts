import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from '@nx/devkit';

/** Folder for the generators' state between runs; not part of the sources. */
export const stateFolder = '.vouch/generators';

/** A planned change of a path with its former state. */
export interface Entry {
  readonly path: string;
  /** The new content in base64; null for a deletion. */
  readonly after: string | null;
  /** Name of the backup in the journal; null for a new file. */
  readonly before: string | null;
  /** Folders that the change creates, outermost first. */
  readonly folders: readonly string[];
}

/** Backs up everything that is about to change. Until `endJournal`, the changes can be undone. */
export function beginJournal(root: string, changes: readonly FileChange[]): void {
  const entries = changes.map((change, index) => entryOf(root, change, `${index}`));
  try {
    writeEntries(root, entries);
  } catch (error) {
    endJournal(root);
    throw new Error(
      `Nothing was written: ${String(error)}. Expected free space on the disk. Free some, then run this again.`,
      {
        cause: error,
      },
    );
  }
  moveDeleted(root, entries);
}

/** Drops the backups: nothing needs to be undone any more. */
export function endJournal(root: string): void {
  rmSync(journalPath(root, 'entries.json'), { force: true });
  rmSync(join(root, stateFolder, 'journal'), { recursive: true, force: true });
}

/** Returns the entries of a journal that a stopped process left. */
export function unfinishedEntries(root: string): readonly Entry[] {
  const file = journalPath(root, 'entries.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];
}

export function journalPath(root: string, name: string): string {
  return join(root, stateFolder, 'journal', name);
}

/** Writes the journal. It is valid from the moment its last file gets its name. */
function writeEntries(root: string, entries: readonly Entry[]): void {
  endJournal(root);
  mkdirSync(join(root, stateFolder, 'journal'), { recursive: true });
  for (const { path, before, after } of entries)
    if (before !== null && after !== null) copyFileSync(join(root, path), journalPath(root, before));
  writeFileSync(journalPath(root, 'draft'), JSON.stringify(entries));
  renameSync(journalPath(root, 'draft'), journalPath(root, 'entries.json'));
}

/** Moves deleted files into the journal before Nx deletes them, so that they can be restored. */
function moveDeleted(root: string, entries: readonly Entry[]): void {
  for (const { path, before, after } of entries) {
    const isThere = lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
    if (before !== null && after === null && isThere) renameSync(join(root, path), journalPath(root, before));
  }
}

function entryOf(root: string, { path, type, content }: FileChange, name: string): Entry {
  return {
    path,
    after: type === 'DELETE' ? null : (content?.toString('base64') ?? ''),
    before: type === 'CREATE' ? null : name,
    folders: missingFolders(root, dirname(path)),
  };
}

function missingFolders(root: string, folder: string): string[] {
  if (folder === '.' || existsSync(join(root, folder))) return [];
  return [...missingFolders(root, dirname(folder)), folder];
}
