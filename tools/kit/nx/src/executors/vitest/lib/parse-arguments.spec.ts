import { beforeAll, expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

// Loads Vitest's own parser.
beforeAll(() => import('vitest/node'));

test('no arguments narrow nothing', async () => {
  expect(await parseArguments([])).toMatchObject({ filters: [], shard: undefined, narrowed: false });
});

test.each([
  [['-t', 'adds'], { options: { testNamePattern: 'adds' }, narrowed: true }],
  [['--tags-filter=unit && !slow'], { options: { tagsFilter: ['unit && !slow'] }, narrowed: true }],
  [['login.spec'], { filters: ['login.spec'], narrowed: true }],
  [['--shard=2/3'], { shard: { index: 2, count: 3 }, narrowed: true }],
  [['--update'], { options: { update: true }, narrowed: false }],
  [['--retry=2'], { options: { retry: 2 }, narrowed: false }],
  [['--seed=7'], { options: { sequence: { seed: 7 } }, narrowed: false }],
  [['--seed', '7'], { options: { sequence: { seed: 7 } }, narrowed: false }],
])('%j is parsed', async (typed, expected) => {
  expect(await parseArguments(typed)).toMatchObject(expected);
});

test('the executor handles the shard, because Vitest does not know the other tasks', async () => {
  expect((await parseArguments(['--shard=2/3'])).options).not.toHaveProperty('shard');
});

test.each([
  ['--shard=4/3', '--shard=4/3 is not a shard'],
  ['--shard=0/3', '--shard=0/3 is not a shard'],
  ['--shard=one', '--shard=one is not a shard'],
  ['--root=x', '--root cannot be passed to Vitest'],
  ['--reporter=verbose', '--reporter cannot be passed to Vitest'],
  ['--nonesuch', 'nonesuch'],
])('%s is rejected', async (argument, message) => {
  await expect(parseArguments([argument])).rejects.toThrow(message);
});
