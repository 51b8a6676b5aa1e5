import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { findBrokenLinks } from './find-broken-links.ts';

const test = base.extend('page', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-docs-'));
  onCleanup(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'other.md'), '# Other\n\n## `npm start`, and more\n');
  await writeFile(join(folder, 'code.ts'), '');
  return join(folder, 'page.md');
});

test('accepts links to files, headings and the web', ({ page }) => {
  const text =
    '# Top\n[a](other.md) [b](other.md#npm-start-and-more) [c](#top) [d](code.ts#L3) [e](https://a.test#b)';
  expect(findBrokenLinks(text, page)).toEqual([]);
});

test('finds links to missing files and headings', ({ page }) => {
  const text = '# Top\n[a](nowhere.ts) [b](other.md#npm-stop) [c](#bottom)';
  expect(findBrokenLinks(text, page)).toEqual(['nowhere.ts', 'other.md#npm-stop', '#bottom']);
});
