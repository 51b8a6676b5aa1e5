import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, endJournal, journalPath, unfinishedEntries, stateFolder } from './undo-journal.ts';

/**
 * Undoes what a generator left that was stopped while it wrote. What a person has changed since stays as it is. Can be
 * stopped itself, and done again.
 */
export function recover(root: string): void {
  const entries = unfinishedEntries(root);
  if (!entries.every((entry) => isDone(root, entry))) undoEntries(root, entries);
  endJournal(root);
}

function undoEntries(root: string, entries: readonly Entry[]): void {
  const left = entries.filter((entry) => !isUndone(root, entry));
  if (left.length > 0)
    console.log('\nA generator was stopped while it wrote. What it had written is undone:');
  for (const entry of left.toReversed()) console.log(`  ${undoEntry(root, entry)}`);
  const folders = new Set(entries.flatMap((entry) => entry.folders));
  for (const folder of [...folders].toReversed()) removeEmpty(join(root, folder));
}

function isDone(root: string, { path, after }: Entry): boolean {
  const now = contentOf(join(root, path));
  return after === null ? now === undefined : now?.equals(Buffer.from(after, 'base64')) === true;
}

/** As it was. Where nothing is kept, it was not taken away yet, or is back. */
function isUndone(root: string, { path, before, after }: Entry): boolean {
  const now = contentOf(join(root, path));
  if (before === null) return now === undefined;
  const kept = contentOf(journalPath(root, before));
  return kept === undefined || (after !== null && now?.equals(kept) === true);
}

function undoEntry(root: string, { path, before, after }: Entry): string {
  const file = join(root, path);
  if (isTheirs(contentOf(file), after)) return keepAside(root, path, before);
  if (before === null) {
    rmSync(file);
    return `${path} is gone`;
  }
  mkdirSync(dirname(file), { recursive: true });
  renameSync(journalPath(root, before), existsSync(file) ? realpathSync(file) : file);
  return `${path} is as it was`;
}

/** Whether somebody has changed a file since: it is neither what the generator writes nor a part of that. */
function isTheirs(now: Buffer | undefined, after: string | null): boolean {
  if (now === undefined) return false;
  return after === null || !Buffer.from(after, 'base64').subarray(0, now.length).equals(now);
}

function keepAside(root: string, path: string, before: string | null): string {
  if (before === null) return `${path} stays: it was changed since`;
  const aside = join(stateFolder, 'kept', path);
  rmSync(join(root, aside), { recursive: true, force: true });
  mkdirSync(join(root, dirname(aside)), { recursive: true });
  renameSync(journalPath(root, before), join(root, aside));
  return `${path} stays: it was changed since. As it was before: ${aside}`;
}

/** A folder has no content of its own, but is there. */
function contentOf(path: string): Buffer | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.isDirectory() ? Buffer.from('a folder') : readFileSync(path);
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
