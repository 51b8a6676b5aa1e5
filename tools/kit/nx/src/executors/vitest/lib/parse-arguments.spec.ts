import { beforeAll, expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

// Vitest's own parser, which is loaded when it is first needed
beforeAll(() => import('vitest/node'));

test('nothing typed narrows nothing', async () => {
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
])('%j is understood', async (typed, expected) => {
  expect(await parseArguments(typed)).toMatchObject(expected);
});

test('the shard is not left to Vitest, which would not know the other tasks', async () => {
  expect((await parseArguments(['--shard=2/3'])).options).not.toHaveProperty('shard');
});

test.each([
  ['--shard=4/3', '--shard=4/3 is not a shard'],
  ['--shard=0/3', '--shard=0/3 is not a shard'],
  ['--shard=one', '--shard=one is not a shard'],
  ['--root=x', '--root cannot be handed to Vitest here'],
  ['--reporter=verbose', '--reporter cannot be handed to Vitest here'],
  ['--nonesuch', 'nonesuch'],
])('%s is refused', async (argument, message) => {
  await expect(parseArguments([argument])).rejects.toThrow(message);
});
