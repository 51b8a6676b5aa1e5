import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { snippet } from './snippet.ts';

const source = `describe('it', () => {
  // #region sum
  test('adds', () => {
    expect(1 + 1).toBe(2);
  });
  // #endregion sum
  // #region open
});
`;

const test = base.extend('root', async ({}, { onCleanup }) => {
  const root = await mkdtemp(join(tmpdir(), 'vouch-docs-'));
  onCleanup(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'sum.spec.ts'), source);
  return root;
});

test('returns a region as a code block without its indentation', ({ root }) => {
  expect(snippet(root, 'sum.spec.ts#sum')).toBe(
    "```ts\ntest('adds', () => {\n  expect(1 + 1).toBe(2);\n});\n```",
  );
});

test.for(['sum.spec.ts#none', 'sum.spec.ts#open'])(
  'rejects %s, which is not a region',
  (reference, { root }) => {
    expect(() => snippet(root, reference)).toThrow(`The snippet ${reference} has no region.`);
  },
);

test('rejects a file that does not exist', ({ root }) => {
  expect(() => snippet(root, 'none.ts#sum')).toThrow('The snippet none.ts#sum is in no file none.ts.');
});
