import { expect, test } from 'vitest';
import { testedShare, totalsOf } from './totals.ts';

const states = ['tested', 'tested', 'proven', 'missing', 'waived', 'orphaned', 'unplanned'] as const;

test('totals count the promises of each state, also those of none', () => {
  expect(totalsOf(states.map((state) => ({ state })))).toMatchObject({ tested: 2, proven: 1, failing: 0 });
});

test('the share counts neither waived promises nor those without a contract', () => {
  const totals = totalsOf(states.map((state) => ({ state })));
  expect(testedShare(totals)).toEqual({ tested: 3, expected: 4, percent: 75 });
});

test('100 percent means all', () => {
  const totals = { ...totalsOf([]), tested: 999, missing: 1 };
  expect(testedShare(totals).percent).toBe(99);
  expect(testedShare({ ...totals, missing: 0 }).percent).toBe(100);
});

test('an empty board has a share of 0 percent', () => {
  expect(testedShare(totalsOf([]))).toEqual({ tested: 0, expected: 0, percent: 0 });
});
