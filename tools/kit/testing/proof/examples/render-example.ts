import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './read-examples.ts';

/** A test file that contains an example. */
export interface RenderedExample {
  readonly text: string;
  /** False if the example uses a value that a scratch test does not have. */
  readonly runs: boolean;
}

/** A module of which an example uses exports without importing them. */
export interface Source {
  readonly specifier: string;
  readonly names: readonly string[];
  /** True for values that exist only as types. */
  readonly isDeclared?: boolean;
}

const folder = join(import.meta.dirname, 'surroundings');
/** The component of the examples that need a table. */
export const notes = surroundings('notes.ts', /^export (?:class|const) (\w+)/gm);
/** Values that examples use and a scratch test does not have. */
export const declared = {
  ...surroundings('declared.ts', /^export declare const (\w+)/gm),
  isDeclared: true,
};

/** Renders an example as a test file. An example that declares tests itself stays at the top of the file. */
export function renderExample({ name, code = '' }: Example, sources: readonly Source[]): RenderedExample {
  const lines = code.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const body = lines.filter((line) => !line.startsWith('import ')).join('\n');
  const declaresTests = /^(?:\w*[tT]est(?:\.\w+)?|prove\w+)\(/m.test(body);
  const text = [
    `import { expect${declaresTests ? '' : ', test as runExample'} } from 'vitest';`,
    ...importsFor(body, sources),
    ...imports,
    declaresTests ? body : `runExample('${name}', async () => {\n${body}\n});`,
    ...(body.includes('expect') ? [] : ['void expect;']),
  ].join('\n');
  const missing = sources.filter(({ isDeclared }) => isDeclared).flatMap(({ names }) => usedIn(body, names));
  return { text, runs: missing.length === 0 };
}

/** Imports each name from the first module that exports it. */
function importsFor(body: string, sources: readonly Source[]): string[] {
  const imported = new Set<string>();
  return sources.flatMap(({ specifier, names }) => {
    const used = usedIn(body, names).filter((name) => !imported.has(name));
    for (const name of used) imported.add(name);
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from '${specifier}';`];
  });
}

/** Returns the names that a text uses and does not declare. Property names do not count. */
function usedIn(body: string, names: readonly string[]): string[] {
  return names.filter(
    (name) =>
      new RegExp(String.raw`(?<![.\w'/-])${name}\b(?!:)`).test(body) &&
      !new RegExp(String.raw`\b(?:class|const|using) ${name}\b`).test(body),
  );
}

function surroundings(file: string, exported: RegExp): Source {
  const specifier = join(folder, file);
  const names = [...readFileSync(specifier, 'utf8').matchAll(exported)].map(([, name = '']) => name);
  return { specifier, names };
}
