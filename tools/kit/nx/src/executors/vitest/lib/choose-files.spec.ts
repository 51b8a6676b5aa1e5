import { expect, test } from 'vitest';
import { chooseFiles } from './choose-files.ts';

const files = ['/w/libs/a/src/one.spec.ts', '/w/libs/a/src/two.spec.ts', '/w/libs/b/src/one.spec.ts'];

test('without filters and shard all files run', () => {
  expect(chooseFiles(files, '/w', { filters: [], shard: undefined })).toEqual(files);
});

test('a filter is part of the workspace path, and one of several filters is enough', () => {
  expect(chooseFiles(files, '/w', { filters: ['a/src/two', 'libs/b'], shard: undefined })).toEqual(
    files.slice(1),
  );
  expect(chooseFiles(files, '/w', { filters: ['/w/'], shard: undefined })).toEqual([]);
});

test('the shard of a file does not depend on other files', () => {
  const many = Array.from({ length: 300 }, (_, index) => `/w/libs/x/src/${index}.spec.ts`);
  const shards = [1, 2, 3].map((index) =>
    chooseFiles(many, '/w', { filters: [], shard: { index, count: 3 } }),
  );
  expect(shards.flat().toSorted()).toEqual(many.toSorted());
  for (const shard of shards) {
    expect(shard.length).toBeGreaterThan(60);
    const [first = ''] = shard;
    const index = shards.indexOf(shard) + 1;
    expect(chooseFiles([first], '/w', { filters: [], shard: { index, count: 3 } })).toEqual([first]);
  }
});
