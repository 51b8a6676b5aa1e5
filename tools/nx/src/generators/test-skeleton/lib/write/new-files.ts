import { wordsOf } from '../../../lib/words.ts';
import type { SkeletonOptions } from '../normalize-options.ts';
import { type Rendered, renderSuites } from './render-suites.ts';

export interface NewFile {
  readonly path: string;
  readonly tests: readonly Rendered[];
}

/** Files for tests that have no neighbours: one for each contract, split by category and then by member when too long. */
export function newFiles(
  tests: readonly Rendered[],
  root: string,
  { maxLines }: Pick<SkeletonOptions, 'maxLines'>,
): NewFile[] {
  const byContract = Map.groupBy(tests, ({ planned }) => planned.contract.name);
  return [...byContract].flatMap(([contract, own]) => {
    const path = `${root}/${wordsOf(contract).fileName}`;
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
