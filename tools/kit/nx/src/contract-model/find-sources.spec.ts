import { createTree } from '@nx/devkit/testing';
import { expect, test } from 'vitest';
import { findSources } from './find-sources.ts';
import { readContracts } from './read-contracts.ts';

test('finds contract libraries by their folder and resolves imports between them', async () => {
  const tree = createTree();
  tree.write('libs/identity/contract/package.json', '{ "name": "@acme/identity-contract" }');
  tree.write('libs/identity/contract/src/index.ts', 'export class NobodyError extends Error {}');
  tree.write('libs/cache/contract/package.json', '{ "name": "@acme/cache-contract" }');
  tree.write('libs/cache/contract/src/index.ts', "export type { Cache } from './cache.ts';");
  tree.write(
    'libs/cache/contract/src/cache.ts',
    `import type { NobodyError } from '@acme/identity-contract';
    export interface Cache {
      /** @throws {@link NobodyError} when nobody asks */
      get(): void;
    }`,
  );
  tree.write('libs/cache/app/package.json', '{ "name": "@acme/cache" }');
  tree.write('libs/odd/readme.md', 'no contract here');

  const sources = findSources(tree);
  expect(sources.components.map(({ name }) => name)).toEqual(['cache', 'identity']);
  expect(sources.appPackages).toEqual(['@acme/cache']);
  const { components, problems } = await readContracts(sources);
  expect(components.flatMap(({ contracts }) => contracts.map(({ name }) => name))).toEqual(['Cache']);
  expect(problems).toEqual([]);
});
