import { expect, test } from 'vitest';
import { cacheContract } from '../../proof/contract-model/cache-contract.ts';
import { contractsOf, modelOf, promisesOf, statedIn } from '../../proof/contract-model/model-of.ts';

const files = {
  'key.ts': 'export type Key = string;',
  'errors.ts': 'export class InvalidKeyError extends Error {}',
};

test('every tag of the contract language creates its promises, with ids that show their place', () => {
  expect(statedIn(cacheContract, files)).toEqual({
    'Cache#invariant': 'What was set and has not expired is what is got',
    'Cache.get#returns': 'the value, or undefined when nothing is kept under the key',
    'Cache.get#throws:InvalidKeyError': 'when the key is empty',
    'Cache.get#throws:InvalidKeyError:2': 'when the key has control characters',
    'Cache.get#remarks': 'Reading does not prolong the life of a value',
    'Cache.get#remarks:2': 'Never waits for a write',
    'Cache.get#example': "await cache.set('a', 1);\nawait cache.get('a'); // => 1",
    'Cache.get#tenant:read': 'another tenant cannot read it: the call finds nothing',
    'Cache.set#promise:last-wins': 'The last of two writes wins',
    'Cache.set#tenant:change':
      'another tenant cannot change it: the call finds nothing, and the resource stays unchanged',
  });
  expect(modelOf(cacheContract, files).problems).toEqual([]);
});

test('a @category moves its promise, and an @untested waives the promise that it names', () => {
  const promise = promisesOf(cacheContract, files).find(({ id }) => id === 'Cache.set#promise:last-wins');
  expect(promise).toMatchObject({ category: 'happy path', waiver: 'needs two machines' });
  expect(promisesOf(cacheContract, files).filter(({ waiver }) => waiver !== undefined)).toHaveLength(1);
});

test('data, errors and constants are not contracts', () => {
  const source = `export interface Plain { readonly id: string }
    export class LostError extends Error {}
    export const limit = 3;
    export type Name = string;`;
  expect(contractsOf(source)).toEqual([]);
});

test('contracts are sorted by name, members by their place in the source', () => {
  const source = 'export interface B { z(): void; a(): void }\nexport interface A { b(): void }';
  expect(contractsOf(source).map(({ name, members }) => [name, members.map(({ id }) => id)])).toEqual([
    ['A', ['A.b']],
    ['B', ['B.z', 'B.a']],
  ]);
});

test.each([
  ['interface', 'export interface Box {\n/** @returns it */ open(): string }', 'Box.open'],
  [
    'class',
    'export class Box {\n/** @returns it */ open(): string { return "" } private shut() {} }',
    'Box.open',
  ],
  ['abstract class', 'export abstract class Box {\n/** @returns it */ abstract open(): string }', 'Box.open'],
  ['type', 'export type Box = {\n/** @returns it */ open: () => string };', 'Box.open'],
  ['type', '/** @returns it */\nexport type Box = () => string;', 'Box'],
  ['function', '/** @returns it */\nexport function box(): string { return "" }', 'box'],
  ['function', '/** @returns it */\nexport declare const box: () => string;', 'box'],
  ['interface', 'export interface Box {\n/** @returns it */ (): string }', 'Box'],
  ['class', 'export class Box {\n/** @returns it */ static open(): string { return "" } }', 'Box.open'],
  [
    'interface',
    'export namespace Big { export interface Box {\n/** @returns it */ open(): string } }',
    'Big.Box.open',
  ],
  [
    'interface',
    'export declare namespace Big { interface Box {\n/** @returns it */ open(): string } }',
    'Big.Box.open',
  ],
  [
    'interface',
    'interface Box {\n/** @returns it */ open(): string }\nexport type { Box as Case };',
    'Case.open',
  ],
  ['class', 'export default class Box {\n/** @returns it */ open(): string { return "" } }', 'Box.open'],
])('%s: %s', (kind, source, id) => {
  expect(contractsOf(source).map((contract) => contract.kind)).toEqual([kind]);
  expect(statedIn(source)).toEqual({ [`${id}#returns`]: 'it' });
});

test('a re-export counts once, in any form', () => {
  const box = 'export interface Box {\n/** @returns it */ open(): string }';
  expect(Object.keys(statedIn("export * from './box.ts';", { 'box.ts': box }))).toEqual(['Box.open#returns']);
  expect(Object.keys(statedIn("export * as big from './box.ts';", { 'box.ts': box }))).toEqual([
    'big.Box.open#returns',
  ]);
  expect(Object.keys(statedIn("export type { Box } from './box.ts';", { 'box.ts': box }))).toEqual([
    'Box.open#returns',
  ]);
});

test('a contract with promises as a whole marks its call with parentheses', () => {
  const source = `/** @remarks Is quick. */
  export interface Handler {
    /** @remarks Is called once. */ (text: string): void
  }`;
  expect(statedIn(source)).toEqual({ 'Handler#remarks': 'Is quick', 'Handler()#remarks': 'Is called once' });
  expect(modelOf(source).problems).toEqual([]);
});

test('overloads share a member, and each has its own promises', () => {
  const source = `export interface Box {
    /** @returns the text */ read(as: 'text'): string;
    /** @returns the bytes */ read(as: 'bytes'): Uint8Array;
  }`;
  expect(statedIn(source)).toEqual({ 'Box.read#returns': 'the text', 'Box.read#returns:2': 'the bytes' });
  expect(contractsOf(source)[0]?.members.map(({ signatures }) => signatures.length)).toEqual([2]);
});

test('an override inherits promises until it has documentation', () => {
  const source = `interface Base<T> {\n/** @returns the base's */ a(): T;\n/** @returns the base's */ b(): T;\n/** @returns the base's */ c(): T }
    export interface Box extends Base<string> { a(): string;\n/** @returns its own */ b(): string }`;
  expect(statedIn(source)).toEqual({
    'Box.a#returns': "the base's",
    'Box.b#returns': 'its own',
    'Box.c#returns': "the base's",
  });
  expect(contractsOf(source)[0]?.members.map(({ inheritedFrom }) => inheritedFrom)).toEqual([
    undefined,
    undefined,
    'Base',
  ]);
});

test('a class takes the documentation of its interfaces, but only for members that it declares', () => {
  const source = `interface Reads {\n/** @returns the text */ read(): string;\n/** @returns at times */ peek?(): string }
    export class Box implements Reads { read(): string { return ''; } }`;
  expect(statedIn(source)).toEqual({ 'Box.read#returns': 'the text' });
});

test('an interface that extends itself by accident is readable', () => {
  expect(
    statedIn(
      'export interface A extends B {\n/** @returns a */ a(): void }\nexport interface B extends A {}',
    ),
  ).toEqual({
    'A.a#returns': 'a',
    'B.a#returns': 'a',
  });
});
