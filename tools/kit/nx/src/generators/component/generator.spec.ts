/**
 * What is generated is formatted, and Prettier takes its time.
 *
 * @module-tag slow
 */
import { readJson } from '@nx/devkit';
import { beforeAll, expect, test } from 'vitest';
import { findSources, readContracts } from '../../contract-model/index.ts';
import { cloneTree, filesOf } from '../../../proof/trees/clone-tree.ts';
import componentGenerator from './generator.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);

async function made(name = 'price-list') {
  const tree = cloneTree();
  await componentGenerator(tree, { name });
  return tree;
}

test('makes three libraries in the shape of the others', async () => {
  const tree = await made();
  expect(Object.keys(filesOf(tree, 'libs')).toSorted()).toMatchInlineSnapshot(`
    [
      "libs/price-list/app/package.json",
      "libs/price-list/app/src/create-price-list.ts",
      "libs/price-list/app/src/index.ts",
      "libs/price-list/app/tsconfig.json",
      "libs/price-list/contract/package.json",
      "libs/price-list/contract/src/index.ts",
      "libs/price-list/contract/src/price-list.ts",
      "libs/price-list/contract/tsconfig.json",
      "libs/price-list/test/package.json",
      "libs/price-list/test/src/fixtures.ts",
      "libs/price-list/test/src/index.ts",
      "libs/price-list/test/src/unit/price-list.spec.ts",
      "libs/price-list/test/tsconfig.json",
    ]
  `);
});

test('the packages are named by their folder, and depend by exact versions', async () => {
  const tree = await made();
  expect(readJson(tree, 'libs/price-list/contract/package.json')).toMatchObject({
    name: '@acme/price-list-contract',
  });
  expect(readJson(tree, 'libs/price-list/app/package.json')).toMatchObject({
    name: '@acme/price-list',
    dependencies: { '@acme/price-list-contract': '0.0.0' },
  });
  expect(readJson(tree, 'libs/price-list/test/package.json')).toMatchObject({
    name: '@acme/price-list-test',
    dependencies: {
      '@acme/price-list': '0.0.0',
      '@acme/price-list-contract': '0.0.0',
      '@vouch/testing': '0.1.0',
    },
  });
});

test('the root knows the new projects, and keeps what a person wrote', async () => {
  const tree = await made();
  expect(tree.read('tsconfig.json', 'utf-8')).toBe(
    `{
  "files": [],
  // kept by hand
  "references": [
    { "path": "./tools/kit/nx" },
    { "path": "./libs/price-list/contract" },
    { "path": "./libs/price-list/app" },
    { "path": "./libs/price-list/test" }
  ]
}
`,
  );
});

test('the lockfile holds the packages as npm would write them', async () => {
  const tree = await made();
  const { packages } = readJson<{ packages: Record<string, unknown> }>(tree, 'package-lock.json');
  expect(Object.keys(packages)).toEqual([
    '',
    'libs/price-list/app',
    'libs/price-list/contract',
    'libs/price-list/test',
    'node_modules/@acme/price-list',
    'node_modules/@acme/price-list-contract',
    'node_modules/@acme/price-list-test',
    'node_modules/zod',
  ]);
  expect(packages['node_modules/@acme/price-list']).toEqual({ resolved: 'libs/price-list/app', link: true });
});

test('the first contract promises something, and has nothing wrong with it', async () => {
  const tree = await made();
  const { components, problems } = await readContracts(findSources(tree));
  expect(problems).toEqual([]);
  const promises = components.flatMap(({ contracts }) =>
    contracts.flatMap(({ members }) => members.flatMap((member) => member.promises)),
  );
  expect(promises.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'PriceList.add#returns',
      'PriceList.add#throws:InvalidPriceListNameError',
      'PriceList.add#example',
    ]),
  );
});

test('the tests can ask for what the app makes', async () => {
  const tree = await made();
  expect(tree.read('libs/price-list/test/src/fixtures.ts', 'utf-8')).toMatchInlineSnapshot(`
    "import { test as base } from '@vouch/testing';
    import { createPriceList } from '@acme/price-list';

    export { expect } from 'vitest';

    /** \`test\` with the fixtures of price-list. */
    export const test = base
      /** A new PriceList for each test, as the app makes it. */
      .extend('priceList', () => createPriceList());
    "
  `);
});

test.each([
  ['', 'it is empty'],
  ['Price', 'other characters'],
  ['../price', 'a path'],
  ['a/b', 'a path'],
  ['a\u0007b', 'other characters'],
  ['price_list', 'other characters'],
  ['-price', 'other characters'],
  ['a'.repeat(41), '41 characters'],
  ['class', 'a word of the language'],
  ['promise', 'a type of the language'],
  ['node-modules', 'a folder'],
  ['com1', 'a device'],
  ['clock', 'a fixture'],
  ['api', 'The package @acme/api exists already, in apps/api'],
])('refuses the name %j and writes nothing', async (name, reason) => {
  const tree = cloneTree();
  const before = filesOf(tree);
  await expect(componentGenerator(tree, { name })).rejects.toThrow(reason);
  expect(filesOf(tree)).toEqual(before);
});

test('refuses a component that exists, whatever the case of its folder, and says what else to do', async () => {
  const tree = cloneTree();
  tree.write('libs/Price/readme.md', '');
  await expect(componentGenerator(tree, { name: 'price' })).rejects.toThrow(
    'The component "price" exists: see libs/Price. Expected a new name. To add a contract to it: nx g contract price <name>.',
  );
});

test('refuses a name whose packages another component has', async () => {
  const tree = await made('price');
  await expect(componentGenerator(tree, { name: 'price-test' })).rejects.toThrow(
    'The package @acme/price-test exists already, in libs/price/test.',
  );
});
