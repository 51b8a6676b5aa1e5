import { expect, test } from 'vitest';
import { findBrokenLinks } from './find-broken-links.ts';

const here = import.meta.filename;

test('a link to a sibling file is valid', () => {
  expect(
    findBrokenLinks('[spec](find-broken-links.ts#part) [web](https://example.test) [up](#top)', here),
  ).toEqual([]);
});

test('a broken link is found', () => {
  expect(findBrokenLinks('see [this](nowhere.ts)', here)).toEqual(['nowhere.ts']);
});
