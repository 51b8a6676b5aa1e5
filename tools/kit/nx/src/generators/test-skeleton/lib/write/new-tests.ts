import { nameForms } from '../../../lib/name-forms.ts';
import { renderSuites } from '../render/file/render-suites.ts';
import type { WriteContext } from '../model/write-context.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

/** A file of new tests, as a path without extension. */
export interface NewFile {
  readonly stem: string;
  readonly tests: readonly RenderedTest[];
}

/** The new tests of one contract: one file, or several if one would be too long. */
export interface NewTests extends NewFile {
  readonly parts: readonly NewFile[];
}

/** Number of lines besides the tests: imports, and the head of a suite. */
const linesAround = { unit: 8, integration: 8, contract: 14 };

/** Groups new tests by contract and splits them by category, then member, then number. */
export function newTests(
  tests: readonly RenderedTest[],
  { folder, level, maxLines }: Pick<WriteContext, 'folder' | 'level' | 'maxLines'>,
): NewTests[] {
  const byContract = Map.groupBy(tests, ({ planned }) => planned.contract.name);
  return [...byContract].map(([contract, own]) => {
    const whole = { stem: `${folder}/${nameForms(contract).fileName}`, tests: own };
    const keys: Key[] = [({ planned }) => planned.category, ({ planned }) => planned.suite];
    return { ...whole, parts: split(whole, maxLines - linesAround[level], keys) };
  });
}

type Key = (rendered: RenderedTest) => string;

function split(file: NewFile, maxLines: number, keys: readonly Key[]): NewFile[] {
  const { stem, tests } = file;
  const [key, ...rest] = keys;
  const lines = renderSuites(tests).split('\n').length;
  if (lines <= maxLines) return [file];
  if (!key) return byNumber(file, Math.ceil(lines / maxLines));
  const groups = Map.groupBy(tests, key);
  return [...groups].flatMap(([name, own]) =>
    split({ stem: `${stem}/${nameForms(name).fileName}`, tests: own }, maxLines, rest),
  );
}

function byNumber({ stem, tests }: NewFile, count: number): NewFile[] {
  const size = Math.ceil(tests.length / count);
  return Array.from({ length: Math.ceil(tests.length / size) }, (_, index) => ({
    stem: index === 0 ? stem : `${stem}-${index + 1}`,
    tests: tests.slice(index * size, (index + 1) * size),
  }));
}
