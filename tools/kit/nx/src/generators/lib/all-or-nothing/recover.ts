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
 * Undoes the changes of a generator that was stopped while it wrote. Keeps a person's later changes. Can be
 * interrupted and repeated.
 */
export function recover(root: string): void {
  const entries = unfinishedEntries(root);
  if (!entries.every((entry) => isDone(root, entry))) undoEntries(root, entries);
  endJournal(root);
}

function undoEntries(root: string, entries: readonly Entry[]): void {
  const left = entries.filter((entry) => !isUndone(root, entry));
  if (left.length > 0) console.log('\nA generator was stopped while it wrote. Its changes are undone:');
  for (const entry of left.toReversed()) console.log(`  ${undoEntry(root, entry)}`);
  const folders = new Set(entries.flatMap((entry) => entry.folders));
  for (const folder of [...folders].toReversed()) removeEmpty(join(root, folder));
}

function isDone(root: string, { path, after }: Entry): boolean {
  const now = contentOf(join(root, path));
  return after === null ? now === undefined : now?.equals(Buffer.from(after, 'base64')) === true;
}

/** True if the file is in its former state. Without a backup it was not removed yet, or is restored. */
function isUndone(root: string, { path, before, after }: Entry): boolean {
  const now = contentOf(join(root, path));
  if (before === null) return now === undefined;
  const kept = contentOf(journalPath(root, before));
  return kept === undefined || (after !== null && now?.equals(kept) === true);
}

function undoEntry(root: string, { path, before, after }: Entry): string {
  const file = join(root, path);
  if (isChangedByPerson(contentOf(file), after)) return saveFormerVersion(root, path, before);
  if (before === null) {
    rmSync(file);
    return `${path}: removed`;
  }
  mkdirSync(dirname(file), { recursive: true });
  renameSync(journalPath(root, before), existsSync(file) ? realpathSync(file) : file);
  return `${path}: restored`;
}

/** True if a person changed the file since: its content is neither the generator's output nor a beginning of it. */
function isChangedByPerson(now: Buffer | undefined, after: string | null): boolean {
  if (now === undefined) return false;
  return after === null || !Buffer.from(after, 'base64').subarray(0, now.length).equals(now);
}

function saveFormerVersion(root: string, path: string, before: string | null): string {
  if (before === null) return `${path}: kept, because it was changed since`;
  const aside = join(stateFolder, 'kept', path);
  rmSync(join(root, aside), { recursive: true, force: true });
  mkdirSync(join(root, dirname(aside)), { recursive: true });
  renameSync(journalPath(root, before), join(root, aside));
  return `${path}: kept, because it was changed since. The former version is ${aside}`;
}

/** A folder exists without content. */
function contentOf(path: string): Buffer | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.isDirectory() ? Buffer.from('a folder') : readFileSync(path);
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
