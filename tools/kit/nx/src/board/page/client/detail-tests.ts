import type { BoardPromise, BoardTest, TestRun } from '../../board.ts';
import { durationKey, type PageData } from '../page-data.ts';
import { create } from './create-element.ts';
import { editorLink } from './editor-link.ts';
import { testMark } from './signs.ts';

/** The tests of a promise, each with its runs. */
export function testList(promise: BoardPromise, data: PageData): HTMLElement {
  return create('ul', { class: 'tests' }, ...promise.tests.map((test) => testItem(test, promise.id, data)));
}

function testItem(test: BoardTest, promise: string, data: PageData): HTMLElement {
  const title = create('p', {}, editorLink(data.root, test.place, test.title || 'untitled test'));
  if (test.isStale) title.append(' ', create('span', { class: 'stale-mark' }, '≠ stale'));
  const runs = test.runs.map((run) =>
    runItem(run, data, data.durations[durationKey(promise, run.file, run.level)]),
  );
  const none = create('li', { class: 'quiet' }, 'no run');
  return create('li', {}, title, create('ul', { class: 'runs' }, ...(runs.length > 0 ? runs : [none])));
}

function runItem(
  { file, level, state }: TestRun,
  { root }: PageData,
  milliseconds: number | undefined,
): HTMLElement {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return create(
    'li',
    {},
    testMark(state, state),
    create('span', { class: 'run-level' }, level),
    editorLink(root, { file, line: 1 }, name),
    create('span', { class: 'quiet duration' }, milliseconds === undefined ? '' : duration(milliseconds)),
  );
}

function duration(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
