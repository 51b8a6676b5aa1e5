import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importClosure, plainCopy } from './plain-copy.ts';

const module = join(import.meta.dirname, '../usage/programs/preload.ts');

test('a module brings what it imports, and nothing that it only takes types of', () => {
  const closure = [...importClosure(module).keys()];
  expect(closure).toContain(join(import.meta.dirname, 'accompany-children.ts'));
  expect(closure).toContain(join(import.meta.dirname, '../guards/shared.ts'));
  expect(closure).not.toContain(join(import.meta.dirname, '../usage/collect/sink.ts'));
});

test('a preload needs nothing but Node', () => {
  for (const [, source] of importClosure(module))
    for (const [, specifier] of source.matchAll(/from '([^']+)';/g))
      expect(specifier).toMatch(/^(?:node:|\.)/);
});

test('plain JavaScript is used as it is', () => {
  expect(plainCopy('/w/preload.js')).toBe('/w/preload.js');
});
