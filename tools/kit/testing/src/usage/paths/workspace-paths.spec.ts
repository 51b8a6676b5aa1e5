import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WorkspacePaths } from './workspace-paths.ts';
import { packageName } from '../../worker/package-name.ts';

let folder: string;
let paths: WorkspacePaths;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'vouch-usage-')));
  for (const path of [
    'w/libs/a/src',
    'w/node_modules/@demo',
    'w/node_modules/pg',
    'w/tools/kit/coverage/src',
    'beyond',
  ])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'w/libs/a/src/a.ts'), '');
  symlinkSync(join(folder, 'w/libs/a'), join(folder, 'w/node_modules/@demo/a'));
  symlinkSync(join(folder, 'w/libs'), join(folder, 'beyond/libs'));
  symlinkSync(join(folder, 'beyond'), join(folder, 'w/out'));
  paths = new WorkspacePaths(join(folder, 'w'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const file = (path: string, isFolder = false) => ({ kind: 'file', path, isFolder });

test.each([
  ['w/libs/a/src/a.ts', file('libs/a/src/a.ts')],
  ['w/libs/a/src', file('libs/a/src', true)],
  ['w/libs/a/src/none.ts', file('libs/a/src/none.ts')],
  ['w/libs/none/src/none.ts', file('libs/none/src/none.ts')],
  ['w/.env', file('.env')],
  ['w/tools/kit/coverage/src', file('tools/kit/coverage/src', true)],
  ['w', file('', true)],
  ['w/node_modules/@demo/a/src/a.ts', file('libs/a/src/a.ts')],
  ['beyond/libs/a/src/a.ts', file('libs/a/src/a.ts')],
  ['w/node_modules/pg/index.js', { kind: 'package', name: 'pg' }],
  ['w/node_modules/@x/y/z.js', { kind: 'package', name: '@x/y' }],
])('%s is in the workspace', (path, place) => {
  expect(paths.locate(join(folder, path))).toEqual(place);
});

test.each([
  ...['beyond/x', 'w/out/x', 'wide/x', 'w/.git/HEAD', 'w/.nx/cache/x', 'w/.vouch/results/x', 'w/coverage/x'],
  ...['w/libs/a/dist/a.js', 'w/node_modules', 'w/node_modules/.cache/x', 'w/node_modules/.bin/nx'],
])('%s is not', (path) => {
  expect(paths.locate(join(folder, path))).toBeUndefined();
});

test('links can be used themselves', () => {
  expect(paths.locate(join(folder, 'w/out'), true)).toEqual(file('out', true));
});

test('packages that are linked later are found after links are forgotten', () => {
  const later = join(folder, 'w/node_modules/@demo/b/src');
  expect(paths.locate(later)).toEqual({ kind: 'package', name: '@demo/b' });
  symlinkSync(join(folder, 'w/libs/a'), join(folder, 'w/node_modules/@demo/b'));
  paths.forgetLinks();
  expect(paths.locate(later)).toEqual(file('libs/a/src', true));
});

test.each([
  ['node_modules/pg/lib/a.js', 'pg'],
  ['node_modules/a/node_modules/@b/c/d.js', '@b/c'],
  ['node_modules/.bin/nx', ''],
  ['node_modules', ''],
  ['libs/a/src/a.ts', undefined],
])('%s is in the package %s', (path, name) => {
  expect(packageName(path)).toBe(name);
});

test('a workspace can be in a system folder', () => {
  expect(new WorkspacePaths('/usr').locate('/usr/no/such/file')).toEqual(file('no/such/file'));
  expect(paths.locate('/usr/no/such/file')).toBeUndefined();
});
