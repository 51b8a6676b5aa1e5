import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { updateDocuments } from './update-documents.ts';

const stale = '# Levels\n\n<!-- levels -->\n\nan old table\n\n<!-- /levels -->\n';

const test = base.extend('root', async ({}, { onCleanup }) => {
  const root = await mkdtemp(join(tmpdir(), 'vouch-docs-'));
  onCleanup(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'docs'));
  await writeFile(join(root, 'README.md'), 'See [levels](docs/levels.md).\n');
  await writeFile(join(root, 'docs/levels.md'), stale);
  return root;
});

describe('the documents', () => {
  test('get their tables from the data, once', async ({ root }) => {
    expect(updateDocuments(root, { check: false })).toEqual([]);
    const filled = await readFile(join(root, 'docs/levels.md'), 'utf8');
    expect(filled).toMatch(/\| unit +\| 1 s +\|/);
    expect(filled).not.toContain('an old table');
    expect(updateDocuments(root, { check: true })).toEqual([]);
  });

  test('stay unchanged with --check', async ({ root }) => {
    expect(updateDocuments(root, { check: true })).toEqual([
      'docs/levels.md contains a stale table. Expected the current one. Run: npm run docs',
    ]);
    expect(await readFile(join(root, 'docs/levels.md'), 'utf8')).toBe(stale);
  });

  test('link to existing files', async ({ root }) => {
    await writeFile(join(root, 'README.md'), 'See [nothing](docs/none.md).\n');
    expect(updateDocuments(root, { check: false })).toEqual([
      'README.md links to docs/none.md, which does not exist. Correct the link.',
    ]);
  });
});
