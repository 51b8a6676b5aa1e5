import { expect, test } from 'vitest';
import { buildModel } from './build-model.ts';
import { modelOf } from '../../proof/contract-model/model-of.ts';

const sound = 'export interface Box {\n/** @returns it */ open(): string }';

test.each([
  ['syntax', 'export interface Box { open(: string }', /cannot be read as TypeScript.*Correct the file/],
  [
    'imports-app',
    `import type { X } from '@acme/cache';\n${sound}`,
    /imports the app library @acme\/cache.*only contracts/,
  ],
  [
    'unresolved-error',
    'export interface Box {\n/** @throws {@link LostError} on Sundays */ open(): string }',
    /Box\.open#throws:LostError names an error that its library neither declares nor imports: LostError/,
  ],
  [
    'duplicate-id',
    'export interface Box {\n/** @promise a one\n * @promise a two */ open(): string }',
    /Box\.open#promise:a is promised twice.*another slug/,
  ],
  [
    'undocumented',
    'export interface Box { open(): string; shut(): void }',
    /Write @returns.* on: Box\.open, Box\.shut\./,
  ],
])('%s: %s', (code, source, message) => {
  const problem = modelOf(source).problems.find((found) => found.code === code);
  expect(problem).toMatchObject({ component: 'cache', message: expect.stringMatching(message) as string });
});

test('a sound contract has no problem; its errors may be local, from another file, or built in', () => {
  const source = `    class B extends Error {}
    export interface Box {
      /** @returns it @throws {@link A} at times @throws {@link B} seldom @throws {@link RangeError} never */ open(): string
    }`;
  expect(modelOf(source, { 'errors.ts': 'export class A extends Error {}' }).problems).toEqual([]);
});

test('names a component without its entry file', () => {
  const component = {
    name: 'cache',
    package: '@acme/cache-contract',
    root: 'libs/cache/contract',
    entry: 'libs/cache/contract/src/index.ts',
  };
  const { problems } = buildModel({ components: [component], files: new Map(), appPackages: [] });
  expect(problems).toMatchObject([{ code: 'missing-entry', component: 'cache' }]);
});
