import { expect, test } from 'vitest';
import { insertInJsonList } from './insert-in-json-list.ts';
import { removeFromJsonList } from './remove-from-json-list.ts';

const list =
  '{\n  // mine\n  "a": [\n    { "p": "1" },\n    { "p": "2" }, // kept\n    { "p": "3" }\n  ]\n}\n';

test.each([
  ['1', '{\n  // mine\n  "a": [\n    { "p": "2" }, // kept\n    { "p": "3" }\n  ]\n}\n'],
  ['3', '{\n  // mine\n  "a": [\n    { "p": "1" },\n    { "p": "2" }\n  ]\n}\n'],
  ['none', list],
])('takes %s out', (gone, expected) => {
  expect(removeFromJsonList(list, 'a', (item) => item.includes(`"${gone}"`))).toBe(expected);
});

test('the only one, and all at the same time', () => {
  expect(removeFromJsonList('{ "a": [1] }', 'a', () => true)).toBe('{ "a": [] }');
  expect(JSON.parse(removeFromJsonList(list.replace(/ \/\/.*/g, ''), 'a', () => true))).toEqual({ a: [] });
});

test('an inserted item can be removed again', () => {
  const text = insertInJsonList(list, 'a', '{ "p": "4" }');
  expect(text).toContain('{ "p": "3" },\n    { "p": "4" }\n');
  expect(removeFromJsonList(text, 'a', (item) => item.includes('"4"'))).toBe(list);
});
