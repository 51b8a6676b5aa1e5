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

/** Where generators keep what they need between runs; no part of the workspace's sources. */
export const stateFolder = '.vouch/generators';

/** What is about to become of a path, and how it was. */
export interface Entry {
  readonly path: string;
  /** Its content afterwards, in base64; nothing for what is taken away. */
  readonly after: string | null;
  /** The name under which the journal keeps its former state; nothing for what is new. */
  readonly before: string | null;
  /** The folders that are made for it, outermost first. */
  readonly folders: readonly string[];
}

/** Keeps how everything was that is about to change. From here on, until it ends, the changes can be undone. */
export function beginJournal(root: string, changes: readonly FileChange[]): void {
  const entries = changes.map((change, index) => entryOf(root, change, `${index}`));
  try {
    writeEntries(root, entries);
  } catch (error) {
    endJournal(root);
    throw new Error(`Nothing was written: ${String(error)}. Make room on the disk, then run this again.`, {
      cause: error,
    });
  }
  takeAway(root, entries);
}

/** Nothing is to be undone any more. */
export function endJournal(root: string): void {
  rmSync(journalPath(root, 'entries.json'), { force: true });
  rmSync(join(root, stateFolder, 'journal'), { recursive: true, force: true });
}

/** The entries of the journal that a process left, where there is one. */
export function unfinishedEntries(root: string): readonly Entry[] {
  const file = journalPath(root, 'entries.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];
}

export function journalPath(root: string, name: string): string {
  return join(root, stateFolder, 'journal', name);
}

/** The journal counts from the moment that its last file has its name. */
function writeEntries(root: string, entries: readonly Entry[]): void {
  endJournal(root);
  mkdirSync(join(root, stateFolder, 'journal'), { recursive: true });
  for (const { path, before, after } of entries)
    if (before !== null && after !== null) copyFileSync(join(root, path), journalPath(root, before));
  writeFileSync(journalPath(root, 'draft'), JSON.stringify(entries));
  renameSync(journalPath(root, 'draft'), journalPath(root, 'entries.json'));
}

/** What goes is moved to the journal before Nx removes it, so that it can be brought back, whatever it holds. */
function takeAway(root: string, entries: readonly Entry[]): void {
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
