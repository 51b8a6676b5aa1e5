import { expect, test } from 'vitest';
import { insertInList, removeFromList, removeImport } from './edit-list.ts';

test.each([
  ['export const all: readonly X[] = [];', 'a', 'export const all: readonly X[] = [a];'],
  ['const all = [a];', 'b', 'const all = [a, b];'],
  ['const all = [a, b];', 'a', 'const all = [a, b];'],
  ['const all = {\n  ...a, // one\n};', '...b', 'const all = {\n  ...a, ...b, // one\n};'],
])('into %j goes %s', (text, item, after) => {
  expect(insertInList(text, 'all', item)).toBe(after);
});

test.each([
  ['const all = [a];', 'a', 'const all = [];'],
  ['const all = [a, b, c];', 'b', 'const all = [a, c];'],
  ['const all = [a, b];', 'a', 'const all = [ b];'],
  ['const all = [a];', 'x', 'const all = [a];'],
])('removes %s from %j', (text, item, after) => {
  expect(removeFromList(text, 'all', item)).toBe(after);
});

test('removes an import completely and keeps others', () => {
  const text = "import { a } from 'a';\nimport * as b from 'b';\n\nb.c(a);\n";
  expect(removeImport(text, 'b')).toBe("import { a } from 'a';\n\nb.c(a);\n");
  expect(removeImport(text, 'c')).toBe(text);
});

test('rejects a module without the list', () => {
  expect(() => insertInList('const other = [];', 'all', 'a')).toThrow('Expected a list or an object "all"');
});
