import type { FileCoverageData } from '@vitest/istanbul-lib-coverage';
import { convert, type Options } from 'ast-v8-to-istanbul';
import { parseAst } from 'vitest/node';
import type { CountedScript } from '../collect/counted-script.ts';
import type { SourceFile } from './source-file.ts';
import { isViteAddition } from './vite-additions.ts';

type Program = ReturnType<typeof parseAst>;
type Rules = Pick<Options, 'wrapperLength' | 'ignoreNode'>;

/** Counts the statements, functions and branches of a file. Without scripts, all counts are zero. */
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

/** Transfers counts by position: statements have the same order in both, which is more exact than a source map. */
function transfer(from: FileCoverageData, to: FileCoverageData): FileCoverageData {
  for (const kind of ['s', 'f', 'b'] as const) {
    const [found, expected] = [Object.keys(from[kind]).length, Object.keys(to[kind]).length];
    if (found !== expected)
      throw new Error(
        `The coverage of ${to.path} is unknown: Vite's form of it has ${found} where the file has ${expected} ` +
          `(${{ s: 'statements', f: 'functions', b: 'branches' }[kind]}). If the file was just changed, run again. ` +
          "Otherwise configure Vite with `oxc: { target: 'esnext' }`, and write code that Node can run: no enums, " +
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
