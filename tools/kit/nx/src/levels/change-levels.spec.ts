import { expect, test } from 'vitest';
import { changeLevels } from './change-levels.ts';

test('a workspace changes a row and keeps the others', () => {
  const levels = changeLevels({ unit: { timeout: 3_000 } });
  expect(levels.find(({ name }) => name === 'unit')).toMatchObject({ timeout: 3_000, modules: 'shared' });
  expect(levels.map(({ name }) => name)).toEqual(changeLevels().map(({ name }) => name));
});

test('an unknown name is a new level with default properties', () => {
  const added = changeLevels({ smoke: { timeout: 2_000 } }).at(-1);
  expect(added).toEqual({
    name: 'smoke',
    timeout: 2_000,
    modules: 'shared',
    needs: [],
    inTest: true,
    alone: false,
    tags: [],
  });
});
