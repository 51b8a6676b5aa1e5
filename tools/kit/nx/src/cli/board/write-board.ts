import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { durationKey, type PageData, type Progress } from '../../board/page/page-data.ts';
import { renderPage } from '../../board/page/render-page.ts';
import type { ReadBoard } from '../../board/read-board.ts';
import type { PromiseRun } from '../../board/read/read-results.ts';
import { renderJson } from '../../board/render/render-json.ts';
import { promisesOf, type Totals, totalsOf } from '../../board/totals.ts';

/** Progress entries to keep. */
const kept = 50;

/** Writes the board as JSON and as a page. Returns the page's path. */
export function writeBoard(root: string, { board, runs }: ReadBoard): string {
  const folder = join(root, '.vouch/board');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'board.json'), renderJson(board));
  const page = join(folder, 'index.html');
  const progress = addProgress(join(folder, 'progress.json'), totalsOf(promisesOf(board)));
  const data: PageData = { name: nameOf(root), board, durations: durationsOf(runs), progress, root };
  writeFileSync(page, renderPage(data));
  return page;
}

/** Adds the totals to the earlier ones if they differ from the last. */
function addProgress(file: string, totals: Totals): Progress[] {
  const earlier = readProgress(file);
  const last = earlier.at(-1);
  if (last && JSON.stringify(last.totals) === JSON.stringify(totals)) return earlier;
  const progress = [...earlier, { at: new Date().toISOString(), totals }].slice(-kept);
  writeFileSync(file, JSON.stringify(progress));
  return progress;
}

function readProgress(file: string): Progress[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Progress[];
  } catch {
    return [];
  }
}

/** Adds up the durations of the tests of a promise in a file. */
function durationsOf(runs: readonly PromiseRun[]): Record<string, number> {
  const durations: Record<string, number> = {};
  for (const { promise, file, level, milliseconds } of runs) {
    const key = durationKey(promise, file, level);
    if (milliseconds !== undefined) durations[key] = (durations[key] ?? 0) + milliseconds;
  }
  return durations;
}

function nameOf(root: string): string {
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name?: string };
  return name ?? basename(root);
}
