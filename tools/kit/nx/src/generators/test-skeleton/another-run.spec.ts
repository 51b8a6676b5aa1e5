/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheTests, changeContract } from '../../../proof/trees/cache-component.ts';
import { generate, planned, recordPrinted, textOf, titlesIn } from '../../../proof/trees/cache-skeleton.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);
beforeEach(recordPrinted);

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
