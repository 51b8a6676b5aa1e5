/**
 * The generator formats its files, and Prettier takes its time.
 *
 * @module-tag slow
 */
import { readJson, type Tree } from '@nx/devkit';
import { beforeAll, expect, test } from 'vitest';
import componentGenerator from '../component/generator.ts';
import { cloneTree, filesOf } from '../../../proof/trees/clone-tree.ts';
import renameGenerator from './generator.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);

async function clone(): Promise<Tree> {
  const tree = cloneTree();
  tree.write('package.json', '{ "name": "vouch", "private": true }');
  await componentGenerator(tree, { name: 'billing' });
  tree.write(
    'apps/api/src/config.ts',
    "export const url = 'postgres://vouch_app@127.0.0.1:5432/vouch';\nexport const title = 'Vouch API';\n",
  );
  tree.write(
    'README.md',
    'Write to ada@acme.test about `@acme/billing` of @acme. See @acme-tools/x, and vouch for it.\n',
  );
  tree.write('tools/kit/nx/src/kit.ts', "import '@acme/kept';\n");
  return tree;
}

test('renames packages, imports, lockfile, docs, titles and names of databases', async () => {
  const tree = await clone();
  await renameGenerator(tree, { scope: '@mycorp', name: 'price-watch' });
  expect(readJson(tree, 'libs/billing/test/package.json')).toMatchObject({
    name: '@mycorp/billing-test',
    dependencies: {
      '@mycorp/billing': '0.0.0',
      '@mycorp/billing-contract': '0.0.0',
      '@vouch/testing': '0.1.0',
    },
  });
  expect(tree.read('libs/billing/app/src/create-billing.ts', 'utf-8')).toContain(
    "from '@mycorp/billing-contract'",
  );
  expect(tree.read('apps/api/src/config.ts', 'utf-8')).toBe(
    "export const url = 'postgres://vouch_app@127.0.0.1:5432/price-watch';\nexport const title = 'Price Watch API';\n",
  );
  expect(tree.read('README.md', 'utf-8')).toBe(
    'Write to ada@acme.test about `@mycorp/billing` of @mycorp. See @acme-tools/x, and vouch for it.\n',
  );
  expect(readJson(tree, 'package.json')).toMatchObject({ name: 'price-watch' });
  const lock = readJson<{ name: string; packages: Record<string, object> }>(tree, 'package-lock.json');
  expect(lock).toMatchObject({ name: 'price-watch', packages: { '': { name: 'price-watch' } } });
  expect(Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/@'))).toEqual([
    'node_modules/@mycorp/billing',
    'node_modules/@mycorp/billing-contract',
    'node_modules/@mycorp/billing-test',
  ]);
});

test('formats again what was formatted, where a longer name no longer fits, and nothing else', async () => {
  const tree = await clone();
  const long = `import { ${'a'.repeat(35)}, ${'b'.repeat(30)} } from '@acme/billing-contract';\n`;
  tree.write('apps/api/src/tidy.ts', long);
  tree.write('apps/api/src/untidy.ts', `  ${long}`);
  await renameGenerator(tree, { scope: '@my-very-long-corporation' });
  expect(tree.read('apps/api/src/tidy.ts', 'utf-8')).toMatch(
    /^import \{\n {2}a+,\n {2}b+,\n\} from '@my-very-long-corporation/,
  );
  expect(tree.read('apps/api/src/untidy.ts', 'utf-8')).toMatch(/^ {2}import \{ a+, b+ \} from/);
});

test('leaves the kit as it is in every clone', async () => {
  const tree = await clone();
  await renameGenerator(tree, { scope: '@mycorp' });
  expect(tree.read('tools/kit/nx/src/kit.ts', 'utf-8')).toBe("import '@acme/kept';\n");
});

test('twice does no harm, and there and back gives what there was', async () => {
  const tree = await clone();
  const before = filesOf(tree);
  await renameGenerator(tree, { scope: '@mycorp', name: 'price-watch' });
  const once = filesOf(tree);
  await renameGenerator(tree, { scope: '@mycorp', name: 'price-watch' });
  expect(filesOf(tree)).toEqual(once);
  await renameGenerator(tree, { scope: '@acme', name: 'vouch' });
  const { 'package.json': _manifest, 'package-lock.json': _lock, ...back } = filesOf(tree);
  expect(before).toMatchObject(back);
});

test('components that are made afterwards have the new scope', async () => {
  const tree = await clone();
  await renameGenerator(tree, { scope: '@mycorp' });
  await componentGenerator(tree, { name: 'tax' });
  expect(readJson(tree, 'libs/tax/app/package.json')).toMatchObject({ name: '@mycorp/tax' });
});

test('what is only about the template goes with its name', async () => {
  const tree = await clone();
  tree.write('README.md', '<!-- About the template: it gives way. -->\n\n# Vouch\n');
  tree.write('LICENSE', 'Copyright (c) 2026 The Vouch authors\n');
  tree.write('.ci/run', '#!/bin/sh\n# About the template: it goes.\n');
  tree.write('package.json', '{ "name": "vouch", "license": "MIT", "description": "A template." }');
  const before = filesOf(tree);
  await renameGenerator(tree, { scope: '@mycorp' });
  expect(tree.read('README.md', 'utf-8')).toBe(before['README.md']);
  await renameGenerator(tree, { name: 'price-watch' });
  expect(tree.read('README.md', 'utf-8')).toMatch(/^# Price Watch\n[^]*`@mycorp\/identity-contract`/);
  expect(readJson(tree, 'package.json')).toEqual({
    name: 'price-watch',
    license: 'UNLICENSED',
    description: 'Price Watch: a multi-tenant backend.',
  });
  expect(tree.read('tools/kit/LICENSE', 'utf-8')).toBe(before['LICENSE']);
  expect(tree.exists('LICENSE') || tree.exists('.ci')).toBe(false);
});

test('a README and a license of one’s own stay', async () => {
  const tree = await clone();
  tree.write('LICENSE', 'All rights reserved.\n');
  const before = filesOf(tree);
  await renameGenerator(tree, { name: 'price-watch' });
  expect(filesOf(tree)).toMatchObject({ LICENSE: before['LICENSE'], 'README.md': before['README.md'] });
});

test.each([
  [{}, 'Nothing to rename'],
  [{ scope: 'mycorp' }, 'The scope cannot be "mycorp"'],
  [{ scope: '@My/Corp' }, 'The scope cannot be "@My/Corp"'],
  [{ scope: '@nx' }, 'packages of that scope are installed'],
  [{ name: '../app' }, 'The application cannot be called "../app": it is a path'],
])('refuses %o and writes nothing', async (options, message) => {
  const tree = await clone();
  tree.write('node_modules/@nx/devkit/package.json', '{}');
  const before = filesOf(tree);
  await expect(renameGenerator(tree, options)).rejects.toThrow(message);
  expect(filesOf(tree)).toEqual(before);
});
