import type { FileCoverageData } from '@vitest/istanbul-lib-coverage';
import { convert, type Options } from 'ast-v8-to-istanbul';
import { parseAst } from 'vitest/node';
import type { CountedScript } from '../collect/counted-script.ts';
import type { SourceFile } from './source-file.ts';
import { isViteAddition } from './vite-additions.ts';

type Program = ReturnType<typeof parseAst>;
type Rules = Pick<Options, 'wrapperLength' | 'ignoreNode'>;

/** The counts of a file's statements, functions and branches; all zero where no script is given. */
export async function countSource(source: SourceFile, script?: CountedScript): Promise<FileCoverageData> {
  const written = parseAst(source.code);
  if (script?.code === undefined) return count(source, source.code, written, script?.functions ?? []);
  const asWritten = await count(source, source.code, written, []);
  const asRun = await count(source, script.code, parseAst(script.code), script.functions, {
    wrapperLength: script.codeOffset ?? 0,
    ignoreNode: isViteAddition(importedNames(written)),
  });
  return transfer(asRun, asWritten);
}

async function count(
  { path, url }: SourceFile,
  code: string,
  program: Program,
  functions: CountedScript['functions'],
  rules: Rules = {},
): Promise<FileCoverageData> {
  const ast = program as unknown as Options['ast'];
  const files = await convert({ code, ast, coverage: { url, functions }, ...rules });
  return files[path] ?? nothingIn(path);
}

/** Statements come in the same order in both, so that no source map is needed, which would be less exact. */
function transfer(from: FileCoverageData, to: FileCoverageData): FileCoverageData {
  for (const kind of ['s', 'f', 'b'] as const) {
    const [found, expected] = [Object.keys(from[kind]).length, Object.keys(to[kind]).length];
    if (found !== expected)
      throw new Error(
        `Cannot tell what ran in ${to.path}: Vite's form of it has ${found} where the file has ${expected} ` +
          `(${{ s: 'statements', f: 'functions', b: 'branches' }[kind]}). Run again if it was changed meanwhile. ` +
          "Else let Vite leave it as it is, with `oxc: { target: 'esnext' }`, and write what Node can run: no enums, " +
          'no parameter properties, no decorators.',
      );
  }
  return { ...to, s: from.s, f: from.f, b: from.b };
}

function importedNames({ body }: Program): Set<string> {
  return new Set(
    body.flatMap((node) =>
      node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [],
    ),
  );
}

function nothingIn(path: string): FileCoverageData {
  return { path, statementMap: {}, fnMap: {}, branchMap: {}, s: {}, f: {}, b: {} };
}
