import { wordsOf } from '../../../lib/words.ts';
import { type Rendered, renderSuites } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

export interface NewFile {
  readonly path: string;
  readonly tests: readonly Rendered[];
}

/** Files for tests that have no neighbours: one for each contract, split by category and then by member when too long. A suite that takes its subject is never split. */
export function newFiles(
  tests: readonly Rendered[],
  { folder, level, maxLines }: Pick<Workplace, 'folder' | 'level' | 'maxLines'>,
): NewFile[] {
  const byContract = Map.groupBy(tests, ({ planned }) => planned.contract.name);
  return [...byContract].flatMap(([contract, own]) => {
    const path = `${folder}/${wordsOf(contract).fileName}`;
    if (level === 'contract') return [{ path: `${path}.spec.ts`, tests: own }];
    return split(path, own, maxLines, [({ planned }) => planned.category, ({ planned }) => planned.suite]);
  });
}

type Key = (rendered: Rendered) => string;

function split(path: string, tests: readonly Rendered[], maxLines: number, keys: readonly Key[]): NewFile[] {
  const [key, ...rest] = keys;
  const lines = renderSuites(tests).split('\n').length + 4;
  if (lines <= maxLines || !key) return [{ path: `${path}.spec.ts`, tests }];
  const groups = Map.groupBy(tests, key);
  return [...groups].flatMap(([name, own]) =>
    split(`${path}/${wordsOf(name).fileName}`, own, maxLines, rest),
  );
}
