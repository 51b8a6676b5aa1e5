import childProcess from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { oncePerWorker } from '../worker/once-per-worker.ts';

// Keeps the original functions, because hooks replace them.
const { spawnSync } = childProcess;
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = fs;
const sources = dirname(import.meta.dirname);
const found = oncePerWorker('plain-copy', () => ({ folder: undefined as string | undefined }));

/** The modules that are loaded as plain JavaScript into workers and into the programs that tests start. */
export const entries = [
  'guards/network/preload',
  'usage/programs/preload',
  'usage/worker/start-recorder',
] as const;

export type Entry = (typeof entries)[number];

/**
 * Returns the path of a CommonJS module with the exports of an entry. It is plain JavaScript, because Node needs 80
 * ms to load its type stripper, and Vite a millisecond or two for each module. It does nothing in an old version of
 * Node, which a program may use.
 */
export function loaderOf(entry: Entry): string {
  found.folder ??= findFolder();
  return join(found.folder, `${entry}.cjs`);
}

/** Returns the text of a loader. */
export function textOfLoader(module: string): string {
  return `if (require('node:module').registerHooks) module.exports = require(${JSON.stringify(module)});\n`;
}

/** Returns the entries and the modules that they import, with their sources. Skips imports of types. */
export function sourcesOfEntries(): Map<string, string> {
  const closure = new Map<string, string>();
  for (const entry of entries) addClosure(join(sources, `${entry}.ts`), closure);
  return closure;
}

export const importOfSource = /^(?:import|export) (?!type )[^;]*?'(\.[^']+\.ts)';$/gm;

export function pathOfCopy(folder: string, module: string): string {
  return join(folder, relative(sources, module)).replace(/\.ts$/, '.mjs');
}

function addClosure(module: string, closure: Map<string, string>): void {
  if (closure.has(module)) return;
  const source = readFileSync(module, 'utf8');
  closure.set(module, source);
  for (const [, specifier = ''] of source.matchAll(importOfSource))
    addClosure(resolve(dirname(module), specifier), closure);
}

function findFolder(): string {
  const extension = /\.\w+$/.exec(import.meta.filename)?.[0] ?? '';
  if (extension === '.mjs') return sources;
  // Coverage counts the files of the workspace, so those must run.
  const isCounted = process.env['NODE_V8_COVERAGE'] !== undefined;
  return extension === '.ts' && !isCounted
    ? (madeCopies() ?? loadersOnly(extension))
    : loadersOnly(extension);
}

function madeCopies(): string | undefined {
  const folder = join(cache(), hash([process.version, ...[...sourcesOfEntries()].flat()]));
  if (existsSync(folder)) return folder;
  const program = join(import.meta.dirname, 'make-plain-copy.ts');
  const { status } = spawnSync(process.execPath, ['--no-warnings', program, folder], { env: {} });
  return status === 0 ? folder : undefined;
}

/**
 * Creates loaders for the modules in place. Writes each under another name first, because other processes may read it
 * at any time.
 */
function loadersOnly(extension: string): string {
  const folder = join(cache(), hash([sources, extension]));
  for (const entry of entries) {
    const loader = join(folder, `${entry}.cjs`);
    if (existsSync(loader)) continue;
    mkdirSync(dirname(loader), { recursive: true });
    const unfinished = `${loader}.${randomUUID()}`;
    writeFileSync(unfinished, textOfLoader(join(sources, entry + extension)));
    renameSync(unfinished, loader);
  }
  return folder;
}

function hash(parts: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Returns the cache folder in the `node_modules` that contains Vitest. */
function cache(): string {
  let folder = sources;
  while (!existsSync(join(folder, 'node_modules/vitest')) && dirname(folder) !== folder)
    folder = dirname(folder);
  return join(folder, 'node_modules/.cache/vouch-preload');
}
