import fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileMade, FileUse } from '../collect/collector.ts';
import { globFolder } from '../paths/glob-folder.ts';
import { observe } from './observers.ts';

/** Called with the arguments of a function of `fs` before it runs. May return other arguments. */
export type FileNote = (args: readonly unknown[]) => unknown[] | undefined;

interface Options {
  readonly recursive?: boolean;
  readonly flag?: string | number;
  readonly flags?: string | number;
  readonly cwd?: string | URL;
  readonly filter?: (from: string, to: string) => boolean | Promise<boolean>;
}

// Keeps the original functions, because `observeFiles` replaces them.
const { existsSync, lstatSync, constants } = fs;

const looksFor: FileNote = ([path]) => used(path, { how: 'looked for' });
const reads: FileNote = ([path]) => used(path, { how: 'read' });
const lists: FileNote = ([path, options]) =>
  used(path, { how: 'listed', deep: optionsOf(options).recursive === true });
const removes: FileNote = ([path]) => made(path, { extent: 'folder', isLink: true });

/** By the name without `Sync`: the callback, promise and synchronous forms are handled alike. */
export const fileNotes: Readonly<Record<string, FileNote>> = {
  readFile: reads,
  openAsBlob: reads,
  createReadStream: reads,
  readlink: ([path]) => used(path, { how: 'read', isLink: true }),
  open: ([path, flags]) => opens(path, typeof flags === 'function' ? 'r' : flags),
  stat: looksFor,
  access: looksFor,
  exists: looksFor,
  realpath: looksFor,
  watch: looksFor,
  watchFile: looksFor,
  lstat: ([path]) => used(path, { how: 'looked for', isLink: true }),
  readdir: lists,
  opendir: lists,
  glob: ([patterns, options]) => globs(patterns, optionsOf(options)),
  writeFile: ([path, , options]) => opens(path, optionsOf(options).flag ?? 'w'),
  appendFile: ([path, , options]) => opens(path, optionsOf(options).flag ?? 'a'),
  createWriteStream: ([path, options]) => opens(path, optionsOf(options).flags ?? 'w'),
  mkdir: ([path]) => makesFolder(path),
  mkdtemp: ([prefix]) => made(prefix, { extent: 'random' }),
  mkdtempDisposable: ([prefix]) => made(prefix, { extent: 'random' }),
  copyFile: ([from, to]) => copies(from, to),
  link: ([from, to]) => copies(from, to),
  cp: ([from, to, options, ...rest]) => {
    const { filter } = optionsOf(options);
    copies(from, to, { how: filter ? 'looked for' : 'read', deep: filter === undefined });
    return filter && [from, to, { ...optionsOf(options), filter: notingFilter(filter) }, ...rest];
  },
  rename: ([from, to]) => {
    used(from, { how: 'read', deep: true });
    made(from, { extent: 'folder', isLink: true });
    return made(to, { extent: 'folder', isLink: true, movesLinks: true });
  },
  symlink: ([, path]) => made(path, { extent: 'file', isLink: true, movesLinks: true }),
  rm: removes,
  rmdir: removes,
  unlink: removes,
};

function copies(from: unknown, to: unknown, use: FileUse = { how: 'read' }): undefined {
  used(from, use);
  return made(to, { extent: use.deep ? 'folder' : 'file', isLink: true, movesLinks: use.deep });
}

/**
 * Records opening a file: one that is emptied or created belongs to the test; an existing one that is extended does
 * not.
 */
function opens(path: unknown, flags: unknown = 'r'): undefined {
  const file = pathOf(path);
  if (file === undefined) return;
  const { isRead, isEmptied, isMade } = meaningOf(flags);
  if (isEmptied || (isMade && !existsSync(file))) return made(file, { extent: 'file' });
  return isRead ? used(file, { how: 'read' }) : undefined;
}

interface FlagMeaning {
  readonly isRead: boolean;
  readonly isEmptied: boolean;
  readonly isMade: boolean;
}

function meaningOf(flags: unknown): FlagMeaning {
  if (typeof flags === 'number') {
    return {
      isRead: (flags & (constants.O_WRONLY | constants.O_RDWR)) !== constants.O_WRONLY,
      isEmptied: (flags & constants.O_TRUNC) !== 0,
      isMade: (flags & constants.O_CREAT) !== 0,
    };
  }
  const text = String(flags);
  const isRead = text.startsWith('r') || text.includes('+');
  return { isRead, isEmptied: text.startsWith('w'), isMade: !text.startsWith('r') };
}

function makesFolder(path: unknown): undefined {
  let folder = pathOf(path);
  if (folder === undefined || existsSync(folder)) return;
  while (!existsSync(dirname(folder))) folder = dirname(folder);
  return made(folder, { extent: 'folder' });
}

/** Records the files that a filter accepts. */
function notingFilter(filter: NonNullable<Options['filter']>): NonNullable<Options['filter']> {
  const note = (from: string, passes: boolean) => {
    const entry = passes ? lstatSync(from) : undefined;
    if (entry) used(from, { how: entry.isDirectory() ? 'listed' : 'read', isLink: entry.isSymbolicLink() });
    return passes;
  };
  return (from, to) => {
    const passes = filter(from, to);
    return passes instanceof Promise ? passes.then((value) => note(from, value)) : note(from, passes);
  };
}

function globs(patterns: unknown, { cwd = '.' }: Options): undefined {
  for (const pattern of [patterns].flat()) {
    const { folder, deep } = globFolder(String(pattern));
    used(resolve(pathOf(cwd) ?? '', folder), { how: 'listed', deep });
  }
}

function used(path: unknown, use: FileUse): undefined {
  const file = pathOf(path);
  if (file !== undefined) observe((observer) => observer.fileUsed(file, use));
}

function made(path: unknown, what: FileMade): undefined {
  const file = pathOf(path);
  if (file !== undefined) observe((observer) => observer.fileMade(file, what));
}

/** Returns undefined for values that are no valid path, which Node itself reports. */
function pathOf(path: unknown): string | undefined {
  try {
    const text = path instanceof Uint8Array ? Buffer.from(path).toString() : path;
    const file = text instanceof URL ? fileURLToPath(text) : text;
    return typeof file === 'string' && !file.includes('\0') ? resolve(file) : undefined;
  } catch {
    return undefined;
  }
}

function optionsOf(options: unknown): Options {
  return typeof options === 'object' && options !== null ? options : {};
}
