import { expect, test } from 'vitest';
import { promisesOf } from '../../proof/contract-model/model-of.ts';
import { boundsIn } from './docs/bounds.ts';

function edgesOf(member: string): Record<string, string> {
  const edges = promisesOf(`export interface Box {\n${member} }`).filter(({ kind }) => kind === 'derived');
  return Object.fromEntries(edges.map(({ id, text }) => [id.replace(/^.*derived:/, ''), text]));
}

test.each([
  ['1..255 characters', { min: 1, max: 255 }],
  ['between 2 and 8', { min: 2, max: 8 }],
  ['at most 1_000 bytes', { max: 1000 }],
  ['non-empty, up to 64', { min: 1, max: 64 }],
  ['at least 3', { min: 3 }],
  ['a positive number', { min: 1 }],
  ['the name of the key', undefined],
])('the bounds in "%s"', (text, bounds) => {
  expect(boundsIn(text)).toEqual(bounds);
});

test('bounds give cases at each limit and beyond it', () => {
  expect(
    edgesOf(
      '/** @param name - 2..9 @throws {@link E} when the name is bad @throws {@link F} on Sundays */ a(name: string): void',
    ),
  ).toEqual({
    'name:empty': 'fails when name is empty',
    'name:min': 'works when name has 2 characters',
    'name:below-min': 'fails when name has 1 character',
    'name:max': 'works when name has 9 characters',
    'name:above-max': 'fails when name has 10 characters',
  });
});

test('types alone give the cases that the contract does not mention', () => {
  expect(
    edgesOf('/** Does. */ a(text: string | null, count?: number, list: readonly string[]): void'),
  ).toEqual({
    'text:empty': 'has a defined result when text is empty',
    'text:null': 'has a defined result when text is null',
    'count:zero': 'has a defined result when count is 0',
    'count:negative': 'has a defined result when count is negative',
    'count:omitted': 'has a defined result when count is omitted',
    'list:empty': 'has a defined result when list is empty',
  });
});

test.each([
  ['@throws {@link E} when the key is empty', 'a(key: string): void'],
  ['@throws {@link E} when the key is malformed', 'a(key: string): void'],
  ['@param key - 2..9 @throws {@link E} when the key is too short or too long', 'a(key: string): void'],
  ['@throws {@link E} when there is no such box', 'remove(boxId: string): void'],
  ['@returns the box @remarks - The same name makes a second box.', 'create(box: Box): Box'],
  ['@returns what is told of it', 'follow(organizationId: string): string'],
])('a case that the contract mentions is not derived again: %s', (comment, member) => {
  const edges = Object.keys(edgesOf(`/** ${comment} */ ${member}`));
  expect(edges.filter((slug) => !/:(?:min|max)$/.test(slug))).toEqual([]);
});

test('missing items, duplicates and failing dependencies are always covered', () => {
  expect(edgesOf('/** @returns the box */ find(box: Box): Promise<Box | undefined>')).toEqual({
    'not-found': 'returns nothing and does not fail when the requested item does not exist',
  });
  expect(edgesOf('/** @returns the box */ open(boxId: string): Promise<Box>')).toEqual({
    'dependency-fails': 'rejects and leaves nothing half done when a dependency fails',
    'not-found': 'fails and changes nothing when the given id does not exist',
  });
  expect(edgesOf('/** @returns the box */ create(box: Box): Box')).toEqual({
    duplicate: 'has a defined result when it gets the same input twice',
  });
});

test.each([
  ['list(): Box[]', 'list'],
  ['find(boxId: string): Box', 'read'],
  ['create(organizationId: string, box: Box): Box', 'create'],
  ['open(boxId: string): Box', 'change'],
  ['empty(): void', 'change'],
])('tenant promises of a member: %s', (member, access) => {
  const source = `export interface Box {\n/** Does. @tenantScoped */ ${member} }`;
  const tenancy = promisesOf(source).filter(({ kind }) => kind === 'tenant');
  expect(tenancy.map(({ id }) => id.split(':')[1])).toEqual([access]);
});

test('an undocumented member has no edge cases', () => {
  expect(edgesOf('a(key: string): Promise<void>')).toEqual({});
});
