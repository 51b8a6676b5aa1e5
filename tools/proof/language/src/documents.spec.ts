import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAvoidedWords } from '@vouch/eslint-plugin';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const patterns = ['README.md', 'docs/**/*.md', 'tools/kit/**/*.md'];
const documents = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).toSorted();

test.each(documents)('%s contains no avoided words', (file) => {
  expect(avoidedIn(file)).toEqual([]);
});

test('the documents are found', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/start.md', 'tools/kit/nx/README.md']));
});

/** Returns the avoided words of a document with their lines. */
function avoidedIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return findAvoidedWords(text).map(
    ({ word, use, index }) => `line ${text.slice(0, index).split('\n').length}: "${word}", use ${use}`,
  );
}
