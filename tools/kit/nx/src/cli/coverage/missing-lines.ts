import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { foldersOf } from './coverage-folders.ts';

type Data = Parameters<typeof createCoverageMap>[0];

/** Lists the lines that no test ran, from the last report, for files whose path contains the given part. */
export function missingLines(part: string, root: string): string {
  const file = join(foldersOf(root).all, 'coverage.json');
  if (!existsSync(file)) throw new Error('There is no report yet. Run: npm run coverage');
  const map = createCoverageMap(JSON.parse(readFileSync(file, 'utf8')) as Data);
  const files = map.files().filter((path) => relative(root, path).includes(part));
  if (files.length === 0)
    throw new Error(
      `The report has no file whose path contains "${part}". Expected part of a path, such as libs/cache. See all files: npm run coverage -- --report`,
    );
  const found = files.flatMap((path) => linesOf(map, path, root));
  return found.length === 0 ? `Every line of ${part} ran.` : found.join('\n');
}

function linesOf(map: CoverageMap, path: string, root: string): string[] {
  const lines = map.fileCoverageFor(path).getUncoveredLines().map(Number);
  return lines.length === 0 ? [] : [`${relative(root, path)}: ${ranges(lines).join(', ')}`];
}

function ranges(lines: readonly number[]): string[] {
  const spans: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = spans.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}
