import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loaderOf, sourcesOfEntries } from './plain-copy.ts';

const sources = sourcesOfEntries();

test('entries bring what they import, and nothing that they only take types of', () => {
  const files = [...sources.keys()];
  expect(files).toContain(join(import.meta.dirname, 'accompany-children.ts'));
  expect(files).toContain(join(import.meta.dirname, '../guards/network/refusal.ts'));
  expect(files).not.toContain(join(import.meta.dirname, '../usage/collect/sink.ts'));
});

test('entries need nothing but Node', () => {
  for (const source of sources.values())
    for (const [, specifier] of source.matchAll(/from '([^']+)';/g))
      expect(specifier).toMatch(/^(?:node:|\.)/);
});

test('copies differ from their sources in types and extensions only', () => {
  const copy = readFileSync(loaderOf('usage/programs/preload').replace('.cjs', '.mjs'), 'utf8');
  const source = readFileSync(join(import.meta.dirname, '../usage/programs/preload.ts'), 'utf8');
  expect(copy).toContain("import { observeProcess } from '../hooks/observe-process.mjs';");
  expect(copy.split('\n')).toHaveLength(source.split('\n').length);
});

test('a program with an older Node goes without', () => {
  const loader = JSON.stringify(loaderOf('usage/worker/start-recorder'));
  const print = `process.stdout.write(Object.keys(require(${loader})).join());`;
  const run = (code: string) => execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(run(print)).toBe('startRecorder');
  expect(run(`delete require('node:module').registerHooks; ${print}`)).toBe('');
});
