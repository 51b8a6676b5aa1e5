import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../proof/contract-model/model-of.ts';
import type { PromiseProof } from '../../mutation/index.ts';
import type { Outcome } from '../../results/task-results.ts';
import type { BoardPromise } from '../board.ts';
import type { PromiseRun } from '../read/read-results.ts';
import type { PlacedTest } from '../read/read-tests.ts';
import { promisesOf } from '../totals.ts';
import { joinBoard } from './join-board.ts';

const model = modelOf(`export interface Cache {
  /** @returns the value */
  get(key: string): string;

  /**
   * @returns the lock
   * @untested it needs two machines
   */
  lock(): string;

  /** Empties the cache. */
  clear(): void;
}`);
const id = 'Cache.get#returns';
const revision = promisesOf(joinBoard({ model, tests: [], runs: [], proofs: new Map() }))[0]?.revision ?? '';

const file = 'libs/cache/test/src/unit/cache.spec.ts';
const written: PlacedTest = { promise: id, revision, title: 'gets %s', line: 3, isPending: false, file };

function run(state: Outcome, changes: Partial<PromiseRun> = {}): PromiseRun {
  return { promise: id, file, level: 'unit', name: 'Cache > gets "a"', state, milliseconds: 1, ...changes };
}

interface Found {
  readonly tests?: readonly PlacedTest[];
  readonly runs?: readonly PromiseRun[];
  readonly proof?: PromiseProof;
}

function joined({ tests = [], runs = [], proof }: Found): Map<string, BoardPromise> {
  const proofs = new Map(proof && [[id, proof]]);
  const promises = promisesOf(joinBoard({ model, tests, runs, proofs }));
  return new Map(promises.map((promise) => [promise.id, promise]));
}

const stale = { ...written, revision: 'old' };
const pending = { ...written, isPending: true };

describe('the state of a promise', () => {
  test.each<[string, string, Found]>([
    ['missing', 'without a test', {}],
    ['missing', 'with results of a test that is gone', { runs: [run('passed')] }],
    ['pending', 'with a planned test', { tests: [pending], runs: [run('pending')] }],
    ['pending', 'with a planned test for earlier words', { tests: [{ ...pending, revision: 'old' }] }],
    ['pending', 'with a test that did not run', { tests: [written] }],
    ['pending', 'with a test that was skipped', { tests: [written], runs: [run('skipped')] }],
    ['tested', 'with a test that passed', { tests: [written], runs: [run('passed')] }],
    ['tested', 'with another test that is planned', { tests: [written, pending], runs: [run('passed')] }],
    ['failing', 'with one of two runs failed', { tests: [written], runs: [run('passed'), run('failed')] }],
    ['failing', 'with a stale test that failed', { tests: [stale], runs: [run('failed')] }],
    ['stale', 'with a test for earlier words that passed', { tests: [stale], runs: [run('passed')] }],
    ['stale', 'with one stale test of two', { tests: [written, stale], runs: [run('passed')] }],
    ['proven', 'with a test that kills a mutant', found({ state: 'proven', killed: 1, survived: 4 })],
    ['unproven', 'with tests that kill none', found({ state: 'unproven', killed: 1, survived: 2 })],
    ['tested', 'with tests that execute no mutant', found({ state: 'unproven', killed: 0, survived: 0 })],
  ])('is %s %s', (state, _, evidence) => {
    expect(joined(evidence).get(id)?.state).toBe(state);
  });

  function found(proof: Omit<PromiseProof, 'id'>): Found {
    return { tests: [written], runs: [run('passed')], proof: { id, ...proof } };
  }

  test('is waived with its reason, or orphaned, or unplanned', () => {
    const board = joined({ tests: [{ ...written, promise: 'Cache.drop#returns' }] });
    expect(board.get('Cache.lock#returns')).toMatchObject({
      state: 'waived',
      waiver: 'it needs two machines',
    });
    expect(board.get('Cache.clear')).toMatchObject({ state: 'unplanned', text: 'Empties the cache' });
    const orphan = board.get('Cache.drop#returns');
    expect(orphan).toMatchObject({ state: 'orphaned', contract: 'Cache', member: 'Cache.drop' });
    expect(orphan?.tests[0]?.isStale).toBe(false);
  });
});

describe('the runs of a test', () => {
  const runsOf = (found: Found) =>
    joined(found)
      .get(id)
      ?.tests.map(({ runs }) => runs.length);

  test('are those of its title in its file', () => {
    const other = { ...written, title: 'gets nothing' };
    const runs = [run('passed'), run('passed', { name: 'Cache > gets nothing' }), run('passed')];
    expect(runsOf({ tests: [other, written], runs })).toEqual([1, 2]);
  });

  test('are those of every spec file, for a test in a suite', () => {
    const suite = { ...written, file: 'libs/cache/test/src/suites/cache.suite.ts' };
    const runs = [
      run('passed'),
      run('failed', { level: 'integration', file: 'libs/cache/test/src/integration/a.spec.ts' }),
    ];
    expect(joined({ tests: [suite], runs }).get(id)?.tests[0]?.runs).toEqual([
      { file, level: 'unit', state: 'passed' },
      { file: 'libs/cache/test/src/integration/a.spec.ts', level: 'integration', state: 'failed' },
    ]);
  });

  test('are kept when the test was renamed since', () => {
    expect(runsOf({ tests: [written], runs: [run('failed', { name: 'an earlier title' })] })).toEqual([1]);
  });

  test.each(['gets %s', 'gets $key', 'gets ${key}', 'gets "a"'])('match the title %s', (title) => {
    const other = { ...written, title: 'gets' };
    expect(runsOf({ tests: [other, { ...written, title }], runs: [run('passed')] })).toEqual([0, 1]);
  });
});
