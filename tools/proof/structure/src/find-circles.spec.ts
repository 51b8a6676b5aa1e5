import { describe, expect, test } from 'vitest';
import { folderCircles, moduleCircles } from './find-circles.ts';

describe('circles of modules', () => {
  test('are found, with a shortest path', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'c.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['a.ts']],
    ]);
    expect(moduleCircles(graph)).toEqual([{ members: ['a.ts', 'b.ts', 'c.ts'], path: 'a.ts → c.ts → a.ts' }]);
  });

  test('do not exist in a tree', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'c.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', []],
    ]);
    expect(moduleCircles(graph)).toEqual([]);
  });
});

describe('circles of folders', () => {
  test('are found between siblings, with an example for each step', () => {
    const graph = new Map([
      ['x/a/one.ts', ['x/b/two.ts']],
      ['x/b/two.ts', []],
      ['x/b/deep/three.ts', ['x/a/four.ts']],
      ['x/a/four.ts', []],
    ]);
    expect(folderCircles(graph)).toEqual([
      {
        members: ['x/a', 'x/b'],
        path: 'x/a → x/b → x/a\n    x/a/one.ts imports x/b/two.ts\n    x/b/deep/three.ts imports x/a/four.ts',
      },
    ]);
  });

  test('do not exist between a folder and a file beside it', () => {
    const graph = new Map([
      ['index.ts', ['a/one.ts']],
      ['a/one.ts', ['types.ts']],
      ['types.ts', []],
    ]);
    expect(folderCircles(graph)).toEqual([]);
  });
});
