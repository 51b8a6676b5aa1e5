import type { Tree } from '@nx/devkit';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cacheComponent, cacheTests } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import testSkeletonGenerator from './generator.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

beforeAll(warmUp);
beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

async function generate(tree: Tree, options: Partial<TestSkeletonSchema> = {}): Promise<Tree> {
  await testSkeletonGenerator(tree, { component: 'cache', ...options });
  return tree;
}

function textOf(tree: Tree, file = cacheTests): string {
  return tree.read(file, 'utf-8') ?? '';
}

test('keeps an existing file of that name', async () => {
  const tree = cacheComponent();
  tree.write(cacheTests, '// mine\n');
  await generate(tree);
  expect(textOf(tree)).toBe('// mine\n');
  expect(tree.exists('libs/cache/test/src/unit/cache.promises.spec.ts')).toBe(true);
});

test('splits a long file by category, then by member', async () => {
  const tree = await generate(cacheComponent(), { maxLines: 40 });
  expect(Object.keys(filesOf(tree, 'libs/cache/test/src/unit')).toSorted()).toEqual([
    'libs/cache/test/src/unit/cache/behaviour.spec.ts',
    'libs/cache/test/src/unit/cache/errors.spec.ts',
    'libs/cache/test/src/unit/cache/happy-path.spec.ts',
    'libs/cache/test/src/unit/cache/invariants.spec.ts',
  ]);
});

test('splits a long suite into partial suites and calls them', async () => {
  const tree = await generate(cacheComponent(), { level: 'contract', maxLines: 40 });
  const folder = 'libs/cache/test/src/contract';
  expect(Object.keys(filesOf(tree, folder)).map((path) => path.slice(folder.length + 1))).toEqual([
    'cache/invariants.suite.ts',
    'cache/happy-path.suite.ts',
    'cache/errors/cache-get.suite.ts',
    'cache/errors/cache-set.suite.ts',
    'cache/behaviour.suite.ts',
    'cache.suite.ts',
    'cache.spec.ts',
  ]);
  const whole = textOf(tree, `${folder}/cache.suite.ts`);
  expect(whole).toContain("import { cacheErrorsCacheGetSuite } from './cache/errors/cache-get.suite.ts';");
  expect(whole).toContain('  cacheErrorsCacheGetSuite(name, create);\n');
  const before = filesOf(tree);
  expect(filesOf(await generate(tree, { level: 'contract', maxLines: 40 }))).toEqual(before);
});

test('separates contracts with similar names, and handles a symbolic name', async () => {
  const names = ['Box', '_Box', 'BOX', '$'];
  const contract = names.map((name) => `export interface ${name} {\n/** @returns it */ open(): number }`);
  const tree = await generate(cacheComponent(contract.join('\n')));
  const files = Object.entries(filesOf(tree, 'libs/cache/test/src/unit'));
  expect(files.map(([path]) => path.replace(/.*\//, ''))).toEqual([
    'sign-36.spec.ts',
    'box.spec.ts',
    'box.promises.spec.ts',
    'box.promises-3.spec.ts',
  ]);
  for (const [, text] of files) expect(text.match(/promise: /g)).toHaveLength(1);
});

test.each(['Task', 'Expect', 'Class', 'Step'])(
  'names the contract %s differently from other names in the test',
  async (name) => {
    const tree = cacheComponent(
      `export interface ${name} {\n/** @law It is so. */ open(key: string): number }`,
    );
    tree.write('libs/cache/test/src/fixtures.ts', `export const test = base.extend('the${name}', make);\n`);
    tree.write('node_modules/fast-check/package.json', '{ "name": "fast-check", "version": "4.10.2" }');
    await generate(tree);
    const path = `libs/cache/test/src/unit/${name.toLowerCase()}.spec.ts`;
    expect(textOf(tree, path)).toContain(`the${name}.open(key);`);
  },
);
