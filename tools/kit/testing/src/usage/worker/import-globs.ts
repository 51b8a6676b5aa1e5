import { dirname, resolve } from 'node:path';
import { globFolder } from '../paths/glob-folder.ts';

export interface GlobbedFolder {
  readonly folder: string;
  readonly deep: boolean;
  readonly line: number;
}

/** What Vite makes of `import.meta.glob` and of an `import()` with a variable in its path. */
const expanded = '/* #__PURE__ */ Object.assign({';
const globCall = /import\.meta\.glob(?:<[^>]*>)?\(\s*(\[[^\]]*\]|'[^']*'|"[^"]*"|`[^`]*`)/g;
const variableImport = /\bimport\(\s*`([^`$]*)\$\{/g;

/** Whether a module as Vite has compiled it may look into folders. */
export function mayGlob(code: string): boolean {
  return code.includes(expanded);
}

/** The folders that a module looks into when Vite compiles it: a file that is added there would be imported. */
export function globbedFolders(file: string, source: string, root: string): GlobbedFolder[] {
  return [...patternsIn(source)].map(({ pattern, at }) => {
    const { folder, deep } = globFolder(pattern);
    const base = folder.startsWith('/') ? resolve(root, `.${folder}`) : resolve(dirname(file), folder);
    return { folder: base, deep, line: source.slice(0, at).split('\n').length };
  });
}

function* patternsIn(source: string): Generator<{ pattern: string; at: number }> {
  for (const { 1: patterns = '', index } of source.matchAll(globCall)) {
    for (const { 2: pattern = '' } of patterns.matchAll(/(['"`])(.*?)\1/g))
      if (!pattern.startsWith('!')) yield { pattern, at: index };
  }
  for (const { 1: start = '', index } of source.matchAll(variableImport))
    yield { pattern: `${start}*`, at: index };
}
