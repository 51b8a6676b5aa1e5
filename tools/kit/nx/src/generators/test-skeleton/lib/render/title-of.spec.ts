import { expect, test } from 'vitest';
import { contractsOf } from '../../../../../proof/contract-model/model-of.ts';
import { selectPromises } from '../read/select-promises.ts';
import { givenWhenThen } from './given-when-then.ts';
import { titleOf } from './title-of.ts';

function titled(comment: string, member: string): { title: string; scenario: string[] } {
  const source = `class LostError extends Error {}\nexport interface Box<T> {\n/**\n${comment}\n*/\n${member}\n}`;
  const component = {
    name: 'box',
    package: '@acme/box-contract',
    exports: [],
    values: [],
    contracts: contractsOf(source),
  };
  const planned = selectPromises(component, { only: [], exclude: [] }).find(
    ({ promise }) => promise.kind !== 'derived',
  );
  if (!planned) throw new Error('Nothing is promised.');
  return { title: titleOf(planned), scenario: givenWhenThen(planned) };
}

test.each([
  ['@returns The value', 'a(): Promise<T>;', 'resolves with the value'],
  ['@returns the value', 'a(): T;', 'returns the value'],
  ['@returns HTTP headers', 'a(): T;', 'returns HTTP headers'],
  ['@returns the lines', 'a(): AsyncIterable<T>;', 'yields the lines'],
  ['@returns the number of things', 'readonly a: number;', 'is the number of things'],
  ['@throws {@link LostError} When it is lost', 'a(): Promise<T>;', 'rejects with LostError when it is lost'],
  ['@throws {@link LostError} if it is lost', 'a(): T;', 'throws LostError if it is lost'],
  ['@throws {@link LostError} it is lost', 'a(): T;', 'throws LostError: it is lost'],
  ['@throws {@link LostError}', 'a(): T;', 'throws LostError'],
  ['@throws when it is lost', 'a(): Promise<T>;', 'rejects when it is lost'],
  ['@remarks Keeps the order.', 'a(): T;', 'keeps the order'],
  ['@promise in-order', 'a(): T;', 'in order'],
  ['@tenantScoped', 'list(): T[];', 'another tenant does not see it in the list'],
])('%s on %s', (comment, member, title) => {
  expect(titled(comment, member).title).toBe(title);
});

test.each([
  [
    '@throws {@link LostError} when it is lost',
    ['Given it is lost', 'When `a(key)` is called', 'Then it throws LostError'],
  ],
  [
    '@returns the value, or null when there is none',
    ['Given a Box', 'When `a(key)` is called', 'Then it returns the value, or null when there is none'],
  ],
  ['@remarks Keeps the order.', ['Given a Box', 'When `a(key)` is called', 'Then keeps the order']],
  [
    '@invariant The order is kept.',
    ['Given a Box and any values that its types allow', 'When `a(key)` is called', 'Then the order is kept'],
  ],
])('%s as a scenario', (comment, scenario) => {
  expect(titled(comment, 'a(key: string): T | null;').scenario).toEqual(scenario);
});
