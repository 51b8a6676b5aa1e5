/** A program: writes the entries and their imports into a folder, without types. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { entries, importOfSource, pathOfCopy, sourcesOfEntries, textOfLoader } from './plain-copy.ts';

const [folder = ''] = process.argv.slice(2);
mkdirSync(dirname(folder), { recursive: true });
const unfinished = mkdtempSync(`${folder}-`);
for (const [file, source] of sourcesOfEntries()) {
  const copy = pathOfCopy(unfinished, file);
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, stripTypeScriptTypes(source).replaceAll(importOfSource, toCopy));
}
for (const entry of entries)
  writeFileSync(join(unfinished, `${entry}.cjs`), textOfLoader(`./${basename(entry)}.mjs`));
try {
  renameSync(unfinished, folder);
} catch {
  // Another process created it first.
  rmSync(unfinished, { recursive: true });
}

function toCopy(statement: string): string {
  return statement.replace(/\.ts';$/, ".mjs';");
}
