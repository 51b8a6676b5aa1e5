import { expect, test } from 'vitest';
import { samplePage } from '../../../../proof/board/sample-page.ts';
import { entriesOf, levelsOf } from './entries.ts';
import { type Filter, filterEntries, isEmptyFilter, noFilter } from './filter.ts';

const entries = entriesOf(samplePage().board);
const matching = (filter: Partial<Filter>): string[] =>
  filterEntries(entries, { ...noFilter, ...filter }).map(({ promise }) => promise.id);

test('an empty filter matches all promises', () => {
  expect(matching({})).toHaveLength(entries.length);
  expect(matching({ text: '  ' })).toHaveLength(entries.length);
});

test('states are alternatives', () => {
  expect(matching({ states: ['failing', 'stale'] })).toEqual(['Cache.get#failing', 'Cache.get#stale']);
});

test('a component matches by its whole name', () => {
  expect(matching({ component: 'cache' })).toHaveLength(entries.length);
  expect(matching({ component: 'cach' })).toEqual([]);
});

test('promises that are tested against a fake alone are found', () => {
  expect(matching({ at: 'unit', notAt: 'integration' })).toEqual(['Caches.of#returns']);
});

test('a pending test does not count as tested at its level', () => {
  const [entry] = entries;
  const pending = { ...entry!, levels: new Map([['unit', 'pending'] as const]) };
  expect(filterEntries([pending], { ...noFilter, at: 'unit' })).toEqual([]);
  expect(filterEntries([pending], { ...noFilter, notAt: 'unit' })).toEqual([pending]);
});

test.each([
  ['the id', 'caches.OF#ret'],
  ['the words', 'one tenant'],
  ['a test’s title', 'of a tenant'],
  ['words in any order', 'tenant caches'],
])('text matches %s, in any case', (_, text) => {
  expect(matching({ text })).toEqual(['Caches.of#returns']);
});

test('all words of the text have to occur', () => {
  expect(matching({ text: 'tenant nowhere' })).toEqual([]);
});

test('a filter is empty if all of its fields are', () => {
  expect(isEmptyFilter({ ...noFilter, text: ' ' })).toBe(true);
  expect(isEmptyFilter({ ...noFilter, states: ['stale'] })).toBe(false);
  expect(isEmptyFilter({ ...noFilter, notAt: 'unit' })).toBe(false);
});

test('levels are in their usual order, others follow by name', () => {
  const [entry] = entries;
  const levels = new Map(['soak', 'integration', 'drill', 'unit'].map((level) => [level, 'passed'] as const));
  expect(levelsOf([{ ...entry!, levels }])).toEqual(['unit', 'integration', 'drill', 'soak']);
});

test('the worst run of a level decides its state', () => {
  const page = samplePage();
  const failing = entriesOf(page.board).find(({ promise }) => promise.state === 'failing');
  expect(Object.fromEntries(failing!.levels)).toEqual({ unit: 'passed', integration: 'failed' });
});
