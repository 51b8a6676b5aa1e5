/** Run by itself: writes a module and what it imports into a folder, without types. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname } from 'node:path';
import { importClosure, importOfSource, loaderOf, pathOfCopy } from './plain-copy.ts';

const [module = '', folder = ''] = process.argv.slice(2);
mkdirSync(dirname(folder), { recursive: true });
const unfinished = mkdtempSync(`${folder}-`);
for (const [file, source] of importClosure(module)) {
  const copy = pathOfCopy(unfinished, file);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, stripTypeScriptTypes(source).replaceAll(importOfSource, toCopy));
}
const entry = pathOfCopy(unfinished, module);
writeFileSync(entry.replace(/\.mjs$/, '.cjs'), loaderOf(`./${basename(entry)}`));
try {
  renameSync(unfinished, folder);
} catch {
  // another process was faster
  rmSync(unfinished, { recursive: true });
}

function toCopy(statement: string): string {
  return statement.replace(/\.ts';$/, ".mjs';");
}
