/**
 * Generated files are formatted, and Prettier is slow.
 *
 * @module-tag slow
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheTests, changeContract } from '../../../proof/trees/cache-component.ts';
import {
  edit,
  generate,
  planned,
  recordPrinted,
  stateOf,
  textOf,
  titlesIn,
} from '../../../proof/trees/cache-skeleton.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { warmUp } from '../../../proof/trees/warm-up.ts';

beforeAll(warmUp);
beforeEach(recordPrinted);

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
