import { type Board, type BoardPromise, type PromiseState, promiseStates } from '../../src/board/board.ts';
import { durationKey, type PageData } from '../../src/board/page/page-data.ts';
import { totalsOf } from '../../src/board/totals.ts';

const unit = {
  file: 'libs/cache/test/src/unit/memory-caches.spec.ts',
  level: 'unit',
  state: 'passed',
} as const;
const integration = {
  file: 'libs/cache/test/src/integration/redis-caches.spec.ts',
  level: 'integration',
} as const;
const untested: readonly PromiseState[] = ['missing', 'unplanned', 'waived'];

/** A promise whose test runs against a fake at `unit`, and against the store at `integration`. */
export function samplePromise(state: PromiseState, changes: Partial<BoardPromise> = {}): BoardPromise {
  const text = `keeps a value that is ${state}`;
  const place = { file: 'libs/cache/test/src/suites/cache.suite.ts', line: 20 };
  const runs = [unit, { ...integration, state: state === 'failing' ? 'failed' : 'passed' } as const];
  return {
    id: `Cache.get#${state}`,
    state,
    contract: 'Cache',
    member: 'Cache.get',
    category: 'results',
    text,
    signature: 'get(key: string): Promise<Json | undefined>',
    place: { file: 'libs/cache/contract/src/cache.ts', line: 41 },
    revision: '1a2b3c4d',
    tests: untested.includes(state)
      ? []
      : [{ place, title: text, revision: '1a2b3c4d', isStale: state === 'stale', runs }],
    ...changes,
  };
}

/** A page with a promise in each state. */
export function samplePage(): PageData {
  const promises = promiseStates.map((state) => samplePromise(state, extras[state]));
  const onlyUnit = samplePromise('tested', {
    id: 'Caches.of#returns',
    contract: 'Caches',
    text: 'the cache of one tenant',
    tests: [
      {
        place: { file: unit.file, line: 9 },
        title: 'the cache of a tenant',
        revision: '1a2b3c4d',
        isStale: false,
        runs: [unit],
      },
    ],
  });
  return pageOf({ components: [{ name: 'cache', promises: [...promises, onlyUnit] }] });
}

/** A page with many promises: 25 of each contract, 4 contracts of each component. */
export function largePage(count: number): PageData {
  const components = Array.from({ length: count / 100 }, (_, component) => ({
    name: `component-${component}`,
    promises: Array.from({ length: 100 }, (_, index) =>
      samplePromise(promiseStates[index % promiseStates.length] ?? 'tested', {
        id: `Contract${component}.member#remarks:${index}`,
        contract: `Contract${Math.floor(index / 25)}`,
        text: `promise ${index} of component ${component}`,
      }),
    ),
  }));
  return pageOf({ components });
}

/** A page with one component, whose promises have the given changes. */
export function pageWith(...changes: readonly Partial<BoardPromise>[]): PageData {
  const promises = changes.map((each, index) => samplePromise('tested', { id: `Cache#${index}`, ...each }));
  return pageOf({ components: [{ name: 'cache', promises }] });
}

function pageOf(board: Board): PageData {
  const promises = board.components.flatMap((component) => component.promises);
  const totals = totalsOf(promises);
  return {
    name: 'Sample',
    board,
    durations: { [durationKey('Cache.get#tested', integration.file, 'integration')]: 1_240 },
    progress: [
      {
        at: '2026-11-01T10:00:00.000Z',
        totals: { ...totals, tested: 0, missing: totals.missing + totals.tested },
      },
      { at: '2026-11-02T10:00:00.000Z', totals },
    ],
    root: '/home/ada/my app',
  };
}

const extras: Partial<Record<PromiseState, Partial<BoardPromise>>> = {
  stale: {
    before: {
      text: 'keeps every value that is stale',
      signature: 'get(key: Key): Promise<Json | undefined>',
    },
  },
  waived: { waiver: 'it is the usual call in tests' },
  unproven: { mutants: { killed: 0, survived: 4 } },
  proven: { mutants: { killed: 7, survived: 1 } },
  orphaned: { place: undefined, signature: '' },
};
