import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importClosure, preloadOf } from './plain-copy.ts';

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

test('programs with an older Node go without', () => {
  const preload = preloadOf(module);
  expect(preload).toMatch(/\.cjs$/);
  const older = `delete require('node:module').registerHooks; require(${JSON.stringify(preload)});`;
  const loaded = `console.log(Object.keys(require.cache).filter((file) => file.endsWith('.mjs')).length)`;
  const run = (code: string) => execFileSync(process.execPath, ['-e', code], { encoding: 'utf8', env: {} });
  expect(run(`${older}${loaded}`)).toBe(run(loaded));
});

test('plain JavaScript is loaded as it is', () => {
  expect(readFileSync(preloadOf('/w/preload.js'), 'utf8')).toContain('require("/w/preload.js")');
});
