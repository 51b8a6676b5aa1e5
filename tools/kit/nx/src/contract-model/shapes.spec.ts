import { expect, test } from 'vitest';
import { contractsOf } from '../../proof/contract-model/model-of.ts';

const declarations = `
  export type Name = string;
  export interface User { id: number; name?: Name; tags: readonly string[] }
  export interface Admin extends User { rank: 'low' | 'high' }
  export interface Tree { children: Tree[] }
  export type Page<T> = { items: T[]; next: string | null };
  export enum Colour { Red, Blue = 'blue' }
  export type Key = string & { readonly isKey: true };
  export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
`;

function readTypeShape(type: string): unknown {
  const source = `${declarations} export interface Box<V> {\n/** @returns it */ open(): ${type} }`;
  return contractsOf(source)[0]?.members[0]?.signatures[0]?.returns.shape;
}

test.each<[string, unknown]>([
  ['Name', { kind: 'string' }],
  ['Promise<void>', { kind: 'promise', of: { kind: 'undefined' } }],
  [
    "'a' | 1 | null",
    { kind: 'union', of: [{ kind: 'literal', value: 'a' }, { kind: 'literal', value: 1 }, { kind: 'null' }] },
  ],
  ['Map<string, Date>', { kind: 'map', key: { kind: 'string' }, value: { kind: 'date' } }],
  ['AsyncIterable<Uint8Array>', { kind: 'asyncIterable', of: { kind: 'bytes' } }],
  ['V', { kind: 'parameter', name: 'V' }],
  ['Colour', { kind: 'unknown' }],
  ['Json', { kind: 'json', name: 'Json' }],
  ['Key', { kind: 'string', isBranded: true }],
  ['{ [id: string]: number }', { kind: 'record', key: { kind: 'string' }, value: { kind: 'number' } }],
  ['unknown', { kind: 'any' }],
  ['keyof User', { kind: 'unknown' }],
  ['readonly string[]', { kind: 'array', of: { kind: 'string' } }],
  ['Elsewhere', { kind: 'unknown' }],
  ['[string, boolean]', { kind: 'tuple', of: [{ kind: 'string' }, { kind: 'boolean' }] }],
  ['[first: Date, second?: Name, ...rest: Name[]]', { kind: 'tuple', of: [{ kind: 'date' }] }],
  [
    "Record<'a' | 'b', Date>",
    {
      kind: 'object',
      properties: ['"a"', '"b"'].map((name) => ({ name, isOptional: false, shape: { kind: 'date' } })),
    },
  ],
  ['(a: string) => void', { kind: 'function', returns: { kind: 'undefined' } }],
])('%s', (type, shape) => {
  expect(readTypeShape(type)).toEqual(shape);
});

test('follows objects through extends, generics and intersections', () => {
  const id = { name: 'id', isOptional: false, shape: { kind: 'number' } };
  const rank = { name: 'rank', isOptional: false };
  expect(readTypeShape('Admin')).toMatchObject({
    kind: 'object',
    properties: [id, { name: 'name', isOptional: true }, { name: 'tags' }, rank],
  });
  expect(readTypeShape('Page<Name>')).toMatchObject({
    properties: [{ name: 'items', shape: { kind: 'array', of: { kind: 'string' } } }, { name: 'next' }],
  });
  expect(readTypeShape('User & { extra: boolean }')).toMatchObject({
    properties: [id, {}, {}, { name: 'extra' }],
  });
});

test('a recursive type ends', () => {
  expect(JSON.stringify(readTypeShape('Tree'))).toContain('unknown');
});
