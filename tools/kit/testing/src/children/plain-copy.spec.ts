import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loaderOf, sourcesOfEntries } from './plain-copy.ts';

const sources = sourcesOfEntries();

test('entries include the modules that they import, but not those that they import only types from', () => {
  const files = [...sources.keys()];
  expect(files).toContain(join(import.meta.dirname, 'accompany-children.ts'));
  expect(files).toContain(join(import.meta.dirname, '../guards/network/network-error.ts'));
  expect(files).not.toContain(join(import.meta.dirname, '../usage/collect/sink.ts'));
});

test('entries need only Node', () => {
  for (const source of sources.values())
    for (const [, specifier] of source.matchAll(/from '([^']+)';/g))
      expect(specifier).toMatch(/^(?:node:|\.)/);
});

test('copies differ from their sources only in types and extensions', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'vouch-plain-copy-'));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const folder = join(scratch, 'copy');
  execFileSync(process.execPath, ['--no-warnings', join(import.meta.dirname, 'make-plain-copy.ts'), folder]);
  const copy = readFileSync(join(folder, 'usage/programs/preload.mjs'), 'utf8');
  const source = readFileSync(join(import.meta.dirname, '../usage/programs/preload.ts'), 'utf8');
  expect(copy).toContain("import { observeProcess } from '../hooks/observe-process.mjs';");
  expect(copy.split('\n')).toHaveLength(source.split('\n').length);
});

test('a loader is never written while another process may read it', () => {
  const coverage = mkdtempSync(join(tmpdir(), 'vouch-plain-copy-'));
  onTestFinished(() => rmSync(coverage, { recursive: true }));
  const module = JSON.stringify(join(import.meta.dirname, 'plain-copy.ts'));
  const print = `import(${module}).then(({ loaderOf }) => process.stdout.write(loaderOf('usage/programs/preload')))`;
  const loader = () =>
    execFileSync(process.execPath, ['-e', print], {
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: coverage },
    });
  const written = statSync(loader()).mtimeMs;
  expect(statSync(loader()).mtimeMs).toBe(written);
});

test('a program with an older Node runs without a loader', () => {
  const loader = JSON.stringify(loaderOf('usage/worker/start-recorder'));
  const print = `process.stdout.write(Object.keys(require(${loader})).join());`;
  const run = (code: string) => execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(run(print)).toBe('startRecorder');
  expect(run(`delete require('node:module').registerHooks; ${print}`)).toBe('');
});
