import { defaultLevels } from '../../../levels/default-levels.ts';
import type { Outcome } from '../../../results/task-results.ts';
import type { Board, BoardPromise, TestRun } from '../../board.ts';

/** A promise, with everything that the filter and the rows need. */
export interface Entry {
  readonly component: string;
  readonly promise: BoardPromise;
  /** The worst state of its runs at each level. */
  readonly levels: ReadonlyMap<string, Outcome>;
  /** In lower case. */
  readonly searchText: string;
}

const worstFirst: readonly Outcome[] = ['failed', 'pending', 'skipped', 'passed'];

export function entriesOf(board: Board): Entry[] {
  return board.components.flatMap(({ name, promises }) => promises.map((promise) => entryOf(name, promise)));
}

function entryOf(component: string, promise: BoardPromise): Entry {
  const runs = Map.groupBy(
    promise.tests.flatMap((test) => test.runs),
    ({ level }) => level,
  );
  const titles = promise.tests.map(({ title }) => title);
  return {
    component,
    promise,
    levels: new Map([...runs].map(([level, atLevel]) => [level, worstOf(atLevel)])),
    searchText: [component, promise.id, promise.text, ...titles].join('\n').toLowerCase(),
  };
}

function worstOf(runs: readonly TestRun[]): Outcome {
  return worstFirst.find((state) => runs.some((run) => run.state === state)) ?? 'failed';
}

/** True if a test of the promise has run at the level. */
export function isTestedAt({ levels }: Entry, level: string): boolean {
  const state = levels.get(level);
  return state === 'passed' || state === 'failed';
}

/** Returns the levels that have tests: the usual ones in their order, then others by name. */
export function levelsOf(entries: readonly Entry[]): string[] {
  const used = new Set(entries.flatMap(({ levels }) => [...levels.keys()]));
  const usual = defaultLevels.map(({ name }) => name).filter((name) => used.delete(name));
  return [...usual, ...[...used].toSorted()];
}
