import { dirname, resolve } from 'node:path';
import { globFolder } from '../paths/glob-folder.ts';

export interface GlobbedFolder {
  readonly folder: string;
  readonly deep: boolean;
  readonly line: number;
}

/** The code that Vite generates for `import.meta.glob` and for an `import()` with a variable in its path. */
const expanded = '/* #__PURE__ */ Object.assign({';
const globCall = /import\.meta\.glob(?:<[^>]*>)?\(\s*(\[[^\]]*\]|'[^']*'|"[^"]*"|`[^`]*`)/g;
const variableImport = /\bimport\(\s*`([^`$]*)\$\{/g;

/** Returns whether a compiled module may search folders. */
export function mayGlob(code: string): boolean {
  return code.includes(expanded);
}

/** Returns the folders that Vite searches when it compiles a module: a new file in them would be imported. */
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
