import { expect, test } from 'vitest';
import { groupByProject } from './group-by-project.ts';

test('a spec file belongs to the nearest package above it', () => {
  const files = [
    'package.json',
    'libs/a/package.json',
    'libs/a/src/unit/x.spec.ts',
    'libs/a/b/package.json',
    'libs/a/b/y.spec.ts',
  ];
  expect(groupByProject(files)).toEqual([
    { root: 'libs/a', manifest: 'libs/a/package.json', specs: ['src/unit/x.spec.ts'] },
    { root: 'libs/a/b', manifest: 'libs/a/b/package.json', specs: ['y.spec.ts'] },
  ]);
});

test('spec files outside every package are ignored', () => {
  expect(groupByProject(['package.json', 'scripts/x.spec.ts'])).toEqual([]);
});
