import { expect, test } from 'vitest';
import { OwnFiles } from './own-files.ts';

test('a file belongs to the test from its creation on', () => {
  const own = new OwnFiles();
  own.add('libs/a/out.txt', 'file', 10);
  expect(own.has('libs/a/out.txt', 9)).toBe(false);
  expect(own.has('libs/a/out.txt', 10)).toBe(true);
  expect(own.has('libs/a/out.txt.bak', 11)).toBe(false);
  expect(own.has('libs/a/out.txt/x', 11)).toBe(false);
});

test('a folder includes its later content', () => {
  const own = new OwnFiles();
  own.add('libs/a/out', 'folder', 10);
  expect(own.has('libs/a/out', 10)).toBe(true);
  expect(own.has('libs/a/out/deep/x', 10)).toBe(true);
  expect(own.has('libs/a/out/deep/x', 9)).toBe(false);
  expect(own.has('libs/a/outer/x', 10)).toBe(false);
});

test('a folder with random letters is not another folder with the same prefix', () => {
  const own = new OwnFiles();
  own.add('libs/al', 'random', 10);
  expect(own.has('libs/alAb12Cd', 10)).toBe(true);
  expect(own.has('libs/alAb12Cd/x', 10)).toBe(true);
  expect(own.has('libs/al', 10)).toBe(false);
  expect(own.has('libs/alerts/x', 10)).toBe(false);
  expect(own.has('libs/al/x', 10)).toBe(false);
});

test('it belongs to the test from the first time on', () => {
  const own = new OwnFiles();
  own.add('a', 'file', 10);
  own.add('a', 'file', 20);
  expect(own.has('a', 15)).toBe(true);
});
