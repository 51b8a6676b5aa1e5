import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plugin } from './plugin.ts';

const docs = join(import.meta.dirname, '../docs');

test.each(Object.keys(plugin.rules))('%s has a test and a page', (name) => {
  expect(existsSync(join(import.meta.dirname, name, `${name}.spec.ts`))).toBe(true);
  expect(existsSync(join(docs, `${name}.md`))).toBe(true);
});

test('each page belongs to a rule', () => {
  const pages = readdirSync(docs).map((file) => file.replace(/\.md$/, ''));
  expect(pages).toEqual(Object.keys(plugin.rules));
});
