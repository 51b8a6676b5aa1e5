import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageProblems, packCreate, packKit, type PackedTarball } from './index.ts';

const root = join(import.meta.dirname, '../../../..');
let folder: string;
let tarballs: readonly PackedTarball[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-packed-'));
  const kit = await packKit(root, folder);
  tarballs = [...kit, await packCreate(root, folder, kit)];
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the packages of the kit are those that are published', () => {
  expect(tarballs.map(({ name }) => name).toSorted()).toEqual([
    '@vouch/coverage',
    '@vouch/eslint-plugin',
    '@vouch/nx',
    '@vouch/testing',
    'create-vouch',
  ]);
});

test('hold compiled modules, declarations and source maps, and neither sources nor tests', () => {
  for (const { file, name } of tarballs) {
    const files = listed(file);
    expect(files, name).toContain('package/package.json');
    expect(files, name).toContain('package/README.md');
    expect(files, name).toContain('package/LICENSE');
    expect(files.some((path) => path.endsWith('.js.map'))).toBe(true);
    expect(files.filter((path) => /(?<!\.d)\.ts$|\.spec\.(?!ts\.template$)|\/proof\//.test(path))).toEqual(
      [],
    );
  }
});

test('have sound exports and types, and keep to their budgets', async () => {
  expect(await packageProblems(tarballs)).toEqual([]);
});

test('are the same bytes for the same sources', { timeout: 120_000 }, async () => {
  const again = await packKit(root, join(folder, 'again'));
  expect(again).toMatchObject(
    tarballs.slice(0, again.length).map(({ name, integrity }) => ({ name, integrity })),
  );
});

test.each([
  ['an export without a file', { exports: { '.': './dist/none.js' } }, 'none.js'],
  ['types that are missing', { exports: { '.': './dist/index.js' } }, 'has no types'],
])('a package with %s has a problem', async (_, fields, problem) => {
  const broken = packedFrom({ name: 'broken', version: '1.0.0', type: 'module', ...fields });
  expect((await packageProblems([broken])).join('\n')).toContain(problem);
});

test('a package that outgrows its budget has a problem', async () => {
  const [first] = tarballs;
  const heavy = { ...first, unpackedSize: 100_000_000 } as PackedTarball;
  expect((await packageProblems([heavy])).join('\n')).toContain('Expected at most');
});

function listed(file: string): string[] {
  return execFileSync('tar', ['tzf', file], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

function packedFrom(manifest: Record<string, unknown>): PackedTarball {
  const source = mkdtempSync(join(folder, 'broken-'));
  mkdirSync(join(source, 'dist'));
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(source, 'dist/index.js'), 'export const value = 1;\n');
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: source, encoding: 'utf8' }),
  ) as [{ filename: string; integrity: string }];
  const file = join(source, packed.filename);
  expect(readFileSync(file).length).toBeGreaterThan(0);
  return { name: 'broken', version: '1.0.0', file, integrity: packed.integrity, unpackedSize: 0 };
}
