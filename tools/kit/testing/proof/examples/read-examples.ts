import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The example in the documentation of an export. */
export interface Example {
  readonly name: string;
  /** Undefined if the documentation has no example. */
  readonly code: string | undefined;
}

const exportList = /export \{([^}]*)\} from '([^']+)'/g;
const ownExport = /^export (?:abstract |async )?(?:class|function|const) (\w+)/gm;

/** Reads the examples of all values that an entry module exports. Types need none. */
export function readExamples(entry: string): Example[] {
  const source = readFileSync(entry, 'utf8');
  const own = [...source.matchAll(ownExport)].map(([, name = '']) => ({
    name,
    code: exampleOf(source, name),
  }));
  const listed = [...source.matchAll(exportList)].flatMap(([, names = '', path = '']) => {
    const exporting = readFileSync(join(dirname(entry), path), 'utf8');
    return valuesIn(names).map((name) => ({ name, code: exampleOf(exporting, name) }));
  });
  return [...own, ...listed];
}

function valuesIn(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

function exampleOf(source: string, name: string): string | undefined {
  const declaration = new RegExp(
    String.raw`/\*\*((?:(?!\*/)[^])*)\*/\nexport (?:abstract |async )?(?:class|function|const) ${name}\b`,
  );
  const lines = (declaration.exec(source)?.[1] ?? '').split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const start = lines.indexOf('@example');
  return start < 0
    ? undefined
    : lines
        .slice(start + 1)
        .join('\n')
        .trim();
}
