import childProcess from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { shared } from '../guards/shared.ts';

// the originals: hooks replace them
const { spawnSync } = childProcess;
const { existsSync, readFileSync } = fs;
const sources = dirname(import.meta.dirname);
const cache = join(sources, '../../../node_modules/.cache/vouch-preload');
const copies = shared('plain-copies', () => new Map<string, string>());

/**
 * The same module without types. Node takes 80 ms to load what strips them: too long for each program that a test starts. Made
 * once for the same sources. Where what runs is counted, the module itself.
 */
export function plainCopy(module: string): string {
  if (!module.endsWith('.ts') || process.env['NODE_V8_COVERAGE'] !== undefined) return module;
  const copy = copies.get(module) ?? makeCopy(module);
  copies.set(module, copy);
  return copy;
}

/** The module and the modules that it imports, with their sources. */
export function importClosure(module: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(module)) return found;
  const source = readFileSync(module, 'utf8');
  found.set(module, source);
  for (const [, specifier = ''] of source.matchAll(importOfSource))
    importClosure(resolve(dirname(module), specifier), found);
  return found;
}

/** Imports of types only are not followed. */
export const importOfSource = /^(?:import|export) (?!type )[^;]*?'(\.[^']+\.ts)';$/gm;

export function pathOfCopy(folder: string, module: string): string {
  return join(folder, relative(sources, module)).replace(/\.ts$/, '.mjs');
}

function makeCopy(module: string): string {
  const hash = createHash('sha1').update(process.version);
  for (const [file, source] of importClosure(module)) hash.update(relative(sources, file)).update(source);
  const folder = join(cache, hash.digest('hex').slice(0, 16));
  const copy = pathOfCopy(folder, module);
  if (existsSync(copy)) return copy;
  const program = join(import.meta.dirname, 'make-plain-copy.ts');
  const { status } = spawnSync(process.execPath, ['--no-warnings', program, module, folder], { env: {} });
  return status === 0 ? copy : module;
}
