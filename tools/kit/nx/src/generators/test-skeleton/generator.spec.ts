/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheComponent, cacheTests, changeContract } from '../../../proof/trees/cache-component.ts';
import { generate, planned, recordPrinted, textOf, titlesIn } from '../../../proof/trees/cache-skeleton.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

beforeAll(warmUp);
beforeEach(recordPrinted);

describe('a first run', () => {
  test('creates a pending test for each promise, grouped by member and category', async () => {
    expect(textOf(await planned())).toMatchInlineSnapshot(`
      "import { describe, test } from 'vitest';

      describe('Cache', () => {
        describe('invariants', () => {
          /**
           * Given a Cache and any values that its types allow
           * When its members are called in any order
           * Then what was set is what is got
           *
           * A property. It gets a body once there is a fixture \`cache\` and its types are known.
           * Fixtures: none yet
           * @draft c1daf220
           */
          test.todo('what was set is what is got', { meta: { promise: 'Cache#invariant', revision: '635a3d2e' } });
        });
      });

      describe('Cache.get', () => {
        describe('happy path', () => {
          /**
           * Given a Cache
           * When \`get(key)\` is called
           * Then it resolves with the value
           *
           * Fixtures: none yet
           * @draft 3f8233b5
           */
          test.todo('resolves with the value', { meta: { promise: 'Cache.get#returns', revision: 'd17e03a4' } });
        });

        describe('errors', () => {
          /**
           * Given the key is empty
           * When \`get(key)\` is called
           * Then it rejects with InvalidKeyError
           *
           * Fixtures: none yet
           * @draft ee87e208
           */
          test.todo('rejects with InvalidKeyError when the key is empty', {
            meta: { promise: 'Cache.get#throws:InvalidKeyError', revision: '17a8626c' },
          });
        });

        describe('behaviour', () => {
          /**
           * Given a Cache
           * When \`get(key)\` is called
           * Then it never waits for a write
           *
           * Fixtures: none yet
           * @draft 0862f2d7
           */
          test.todo('never waits for a write', { meta: { promise: 'Cache.get#remarks', revision: 'ab067d63' } });
        });
      });

      describe('Cache.set', () => {
        describe('errors', () => {
          /**
           * Given the key is empty
           * When \`set(key, value)\` is called
           * Then it rejects with InvalidKeyError
           *
           * Fixtures: none yet
           * @draft 1c5642e7
           */
          test.todo('rejects with InvalidKeyError when the key is empty', {
            meta: { promise: 'Cache.set#throws:InvalidKeyError', revision: 'b6784ed1' },
          });
        });
      });
      "
    `);
  });

  test('uses the component’s fixtures and names the relevant one', async () => {
    const tree = cacheComponent();
    tree.write(
      'libs/cache/test/src/fixtures.ts',
      "import { test as base } from 'vitest';\nexport const test = base.extend('cache', () => ({}));\n",
    );
    const text = textOf(await generate(tree));
    expect(text).toContain("import { test } from '../fixtures.ts';");
    expect(text).toContain('* Fixtures: `cache`');
  });

  test.each<[Partial<TestSkeletonSchema>, string[]]>([
    [{ only: 'Cache.set' }, ['rejects with InvalidKeyError when the key is empty']],
    [{ exclude: 'Cache.get, Cache.set' }, ['what was set is what is got']],
    [{ only: 'Cache', exclude: 'Cache.get,Cache' }, []],
  ])('with %o it plans the chosen promises', async (options, titles) => {
    expect(titlesIn(textOf(await generate(cacheComponent(), options)))).toEqual(titles);
  });

  test('puts new tests into the folder of the level', async () => {
    const tree = await generate(cacheComponent(), { level: 'integration' });
    expect(tree.exists('libs/cache/test/src/integration/cache.spec.ts')).toBe(true);
    expect(tree.exists(cacheTests)).toBe(false);
  });

  test('at level contract creates a suite with its subject as a parameter, and calls it with the app’s implementation', async () => {
    const tree = cacheComponent();
    tree.write('libs/cache/app/src/index.ts', "export { createCache } from './create-cache.ts';\n");
    await generate(tree, { level: 'contract' });
    const suite = textOf(tree, 'libs/cache/test/src/contract/cache.suite.ts');
    expect(suite).toContain(
      'export function cacheSuite(name: string, create: () => Cache | Promise<Cache>): void {',
    );
    expect(suite).toContain("const test = base.extend('subject', () => create());");
    expect(suite).toContain("describe(`${name} is a Cache`, () => {\n    describe('Cache', () => {");
    expect(textOf(tree, 'libs/cache/test/src/contract/cache.spec.ts')).toBe(
      "import { createCache } from '@acme/cache';\nimport { cacheSuite } from './cache.suite.ts';\n\ncacheSuite('createCache', () => createCache());\n",
    );
    const before = filesOf(tree);
    changeContract(tree, '- Never waits for a write.', '- Never waits for a write.\n   * - Never blocks.');
    await generate(tree);
    expect(textOf(tree, 'libs/cache/test/src/contract/cache.suite.ts')).toContain('never blocks');
    changeContract(tree, '\n   * - Never blocks.', '');
    await generate(tree, { prune: true });
    expect(filesOf(tree)).toEqual(before);
  });
});
