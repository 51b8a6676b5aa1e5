/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import type { Tree } from '@nx/devkit';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheComponent, cacheTests, changeContract } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import testSkeletonGenerator from './generator.ts';
import type { TestSkeletonSchema } from './schema.d.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

let printed: string[] = [];

beforeAll(warmUp);
beforeEach(() => {
  printed = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  return () => {
    log.mockRestore();
  };
});

async function generate(tree: Tree, options: Partial<TestSkeletonSchema> = {}): Promise<Tree> {
  await testSkeletonGenerator(tree, { component: 'cache', ...options });
  return tree;
}

async function planned(contract?: string): Promise<Tree> {
  return generate(cacheComponent(contract));
}

function textOf(tree: Tree, file = cacheTests): string {
  return tree.read(file, 'utf-8') ?? '';
}

function edit(tree: Tree, before: string | RegExp, after: string, file = cacheTests): string {
  const text = textOf(tree, file);
  const edited = text.replace(before, after);
  expect(edited).not.toBe(text);
  tree.write(file, edited);
  return edited;
}

function titlesIn(text: string): string[] {
  return [...text.matchAll(/(?:test(?:\.todo)?)\(\s*'([^']*)'/g)].map((match) => match[1] ?? '');
}

function plan(): { promise: string; state: string; action: string; stale: boolean }[] {
  return JSON.parse(printed.at(-1) ?? '[]') as ReturnType<typeof plan>;
}

async function stateOf(tree: Tree, promise: string) {
  await generate(tree, { json: true });
  return plan().find((entry) => entry.promise === promise);
}

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

describe('another run', () => {
  test('changes nothing', async () => {
    const tree = await planned();
    const before = filesOf(tree);
    expect(filesOf(await generate(tree))).toEqual(before);
  });

  test('changes nothing after a formatter has run', async () => {
    const tree = await planned();
    const { format } = await import('prettier');
    const formatted = await format(textOf(tree), {
      parser: 'typescript',
      semi: false,
      useTabs: true,
      printWidth: 60,
      trailingComma: 'none',
    });
    tree.write(cacheTests, formatted);
    expect(textOf(await generate(tree))).toBe(formatted);
  });

  test('inserts a new promise beside its neighbours and keeps every other byte', async () => {
    const tree = await planned();
    const before = textOf(tree)
      .replaceAll('\n', '\r\n')
      .replace("describe('Cache.get'", "// mine   \r\ndescribe( 'Cache.get'");
    tree.write(cacheTests, before);
    changeContract(tree, '- Never waits', '- Reads what was written last.\n   * - Never waits');
    const after = textOf(await generate(tree));
    const start = after.indexOf(
      '    /**\r\n     * Given a Cache\r\n     * When `get(key)` is called\r\n     * Then it never waits',
    );
    expect(start).toBeGreaterThan(0);
    expect(titlesIn(after)).toEqual(
      titlesIn(before).toSpliced(4, 0, 'never waits for a write').with(3, 'reads what was written last'),
    );
    expect(after).not.toMatch(/[^\r]\n/);
  });

  test('puts a new category into its member’s suite, and a new member after its neighbour', async () => {
    const tree = await planned();
    changeContract(
      tree,
      '* @throws {@link InvalidKeyError} when the key is empty\n   */\n  set',
      '* @returns the old value\n   */\n  set',
    );
    changeContract(
      tree,
      '  set(',
      '  put(): void;\n\n  /** @returns how many */\n  size(): number;\n\n  /**\n   * @returns the old value\n   * @throws {@link InvalidKeyError} when the key is empty */\n  set(',
    );
    const after = textOf(await generate(tree));
    expect(after).toMatch(
      /describe\('Cache\.set', \(\) => \{\n {2}describe\('errors'[^]*\n {2}\}\);\n\n {2}describe\('happy path'/,
    );
    expect(after).toMatch(
      /\n\}\);\n\ndescribe\('Cache\.size', \(\) => \{\n {2}describe\('happy path', \(\) => \{\n {4}\/\*\*/,
    );
  });
});

describe('handwritten code', () => {
  const implement = [
    /test\.todo\('resolves with the value', \{[^]*?\}\);/,
    "test('my own title', { meta: { promise: 'Cache.get#returns', revision: 'old' } }, () => {\n      mine();\n    });",
  ] as const;

  test('never changes a written test, which is stale until it has the contract’s revision', async () => {
    const tree = await planned();
    const mine = edit(tree, ...implement);
    expect(await stateOf(tree, 'Cache.get#returns')).toMatchObject({
      state: 'written',
      action: 'leave',
      stale: true,
    });
    expect(textOf(tree)).toBe(mine);
  });

  test('updates an unedited pending test', async () => {
    const tree = await planned();
    changeContract(tree, '@returns the value', '@returns a copy of the value');
    expect(await stateOf(tree, 'Cache.get#returns')).toMatchObject({ state: 'outdated', action: 'refresh' });
    expect(titlesIn(textOf(tree))).toContain('resolves with a copy of the value');
    expect(titlesIn(textOf(tree))).not.toContain('resolves with the value');
    expect(await stateOf(tree, 'Cache.get#returns')).toMatchObject({ state: 'planned', action: 'leave' });
  });

  test('keeps and reports an edited pending test', async () => {
    const tree = await planned();
    const mine = edit(tree, '* Then it resolves with the value', '* Then I think that it gives the value');
    changeContract(tree, '@returns the value', '@returns a copy of the value');
    expect(await stateOf(tree, 'Cache.get#returns')).toMatchObject({
      state: 'edited',
      action: 'leave',
      stale: true,
    });
    expect(textOf(tree)).toBe(mine);
  });

  test('finds tests in any place and under any title', async () => {
    const tree = await planned();
    const text = textOf(tree);
    tree.delete(cacheTests);
    tree.write(
      'libs/cache/test/src/integration/deep/mine.spec.ts',
      text.replaceAll('test.todo(', 'it.todo(').replaceAll('describe(', 'suite('),
    );
    const before = filesOf(tree);
    await generate(tree);
    expect(filesOf(tree)).toEqual(before);
  });

  test('puts a new promise beside its moved neighbours, with their indentation', async () => {
    const tree = await planned();
    const moved = 'libs/cache/test/src/unit/moved.spec.ts';
    tree.write(
      moved,
      "import { test } from 'vitest';\n\nit('mine', { meta: { promise: 'Cache.get#remarks', revision: 'x' } }, () => {});\n",
    );
    tree.delete(cacheTests);
    changeContract(tree, '- Never waits for a write.', '- Never waits for a write.\n   * - Never blocks.');
    await generate(tree, { only: 'Cache.get' });
    expect(textOf(tree, moved)).toMatch(
      /\(\) => \{\}\);\n\n\/\*\*\n \* Given a Cache\n[^]*it\.todo\('never blocks'/,
    );
  });

  test('reports an orphan and removes it only if it is pending, unedited and --prune is set', async () => {
    const tree = await planned();
    changeContract(
      tree,
      '   * @throws {@link InvalidKeyError} when the key is empty\n   * @remarks',
      '   * @remarks',
    );
    const before = textOf(tree);
    expect(await stateOf(tree, 'Cache.get#throws:InvalidKeyError')).toMatchObject({
      state: 'orphaned',
      action: 'leave',
    });
    await generate(tree, { prune: true });
    expect(titlesIn(textOf(tree))).toHaveLength(titlesIn(before).length);
    expect(textOf(tree)).not.toContain('Cache.get#throws:InvalidKeyError');
    expect(textOf(tree)).not.toMatch(/describe\('errors', \(\) => \{\s*\}\)/);

    const other = await planned();
    edit(other, "test.todo('rejects with InvalidKeyError when the key is empty'", "test.todo('my title'");
    changeContract(
      other,
      '   * @throws {@link InvalidKeyError} when the key is empty\n   * @remarks',
      '   * @remarks',
    );
    await generate(other, { prune: true });
    expect(textOf(other)).toContain('my title');
  });

  test('ignores orphans of members that were not chosen', async () => {
    const tree = await planned();
    changeContract(
      tree,
      '   * @throws {@link InvalidKeyError} when the key is empty\n   * @remarks',
      '   * @remarks',
    );
    const before = textOf(tree);
    await generate(tree, { prune: true, only: 'Cache.set' });
    expect(textOf(tree)).toBe(before);
  });
});
