import childProcess from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { shared } from '../guards/shared.ts';

// the originals: hooks replace them
const { spawnSync } = childProcess;
const { existsSync, mkdirSync, readFileSync, writeFileSync } = fs;
const sources = dirname(import.meta.dirname);
const preloads = shared('preloads', () => new Map<string, string>());

/**
 * What `--require` takes to have a module loaded by whatever Node a program runs with: one that is too old for the module goes
 * without. Modules with types are copied without them, once for the same sources: Node takes 80 ms to load what strips types.
 */
export function preloadOf(module: string): string {
  const preload = preloads.get(module) ?? makePreload(module);
  preloads.set(module, preload);
  return preload;
}

/** The text of a CommonJS module that loads another one. */
export function loaderOf(module: string): string {
  return `if (require('node:module').registerHooks) require(${JSON.stringify(module)});\n`;
}

/** The module and the modules that it imports, with their sources. Imports of types only are not followed. */
export function importClosure(module: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(module)) return found;
  const source = readFileSync(module, 'utf8');
  found.set(module, source);
  for (const [, specifier = ''] of source.matchAll(importOfSource))
    importClosure(resolve(dirname(module), specifier), found);
  return found;
}

export const importOfSource = /^(?:import|export) (?!type )[^;]*?'(\.[^']+\.ts)';$/gm;

export function pathOfCopy(folder: string, module: string): string {
  return join(folder, relative(sources, module)).replace(/\.ts$/, '.mjs');
}

function makePreload(module: string): string {
  if (module.endsWith('.mjs')) return loaderBeside(module);
  // what is counted has to run as it stands in the workspace
  const isCounted = process.env['NODE_V8_COVERAGE'] !== undefined;
  const copy = module.endsWith('.ts') && !isCounted ? copyOf(module) : undefined;
  if (copy !== undefined) return loaderBeside(copy);
  const preload = join(cacheFolder(), `${hash([module])}.cjs`);
  mkdirSync(dirname(preload), { recursive: true });
  writeFileSync(preload, loaderOf(module));
  return preload;
}

/** Copies have one. */
function loaderBeside(copy: string): string {
  return copy.replace(/\.mjs$/, '.cjs');
}

function copyOf(module: string): string | undefined {
  const closure = [...importClosure(module)].flat();
  const folder = join(cacheFolder(), hash([process.version, ...closure]));
  const copy = pathOfCopy(folder, module);
  if (existsSync(copy)) return copy;
  const program = join(import.meta.dirname, 'make-plain-copy.ts');
  const { status } = spawnSync(process.execPath, ['--no-warnings', program, module, folder], { env: {} });
  return status === 0 ? copy : undefined;
}

function hash(parts: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** In the `node_modules` that Vitest is in. */
function cacheFolder(): string {
  let folder = sources;
  while (!existsSync(join(folder, 'node_modules/vitest')) && dirname(folder) !== folder)
    folder = dirname(folder);
  return join(folder, 'node_modules/.cache/vouch-preload');
}
