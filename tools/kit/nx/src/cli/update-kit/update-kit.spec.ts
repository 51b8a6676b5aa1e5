import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openRelease } from './kit-release.ts';
import { replaceTarballs, useVersion } from './replace-packages.ts';
import { runMigrations } from './run-migrations.ts';
import { updateKitCommand } from './update-kit-command.ts';

let root: string;
let release: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vouch-update-'));
  release = join(root, 'release');
  mkdirSync(release);
  mkdirSync(join(root, 'tools/kit'), { recursive: true });
  writeFileSync(join(root, 'tools/kit/vouch-nx-0.1.0.tgz'), 'old');
  writeJson('package.json', { name: 'shop', devDependencies: { '@vouch/nx': '0.1.0', nx: '23.2.1' } });
  publish('bytes', hashOf('bytes'));
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

describe('a release in a folder', () => {
  test('replaces the tarballs and the specifiers of a workspace', async () => {
    await replaceTarballs(root, await openRelease(release));
    expect(readdirSync(join(root, 'tools/kit'))).toEqual(['vouch-nx-0.2.0.tgz']);
    expect(readFileSync(join(root, 'tools/kit/vouch-nx-0.2.0.tgz'), 'utf8')).toBe('bytes');
    expect(readJson('package.json')).toEqual({
      name: 'shop',
      devDependencies: { '@vouch/nx': 'file:tools/kit/vouch-nx-0.2.0.tgz', nx: '23.2.1' },
    });
  });

  test('with other bytes than its index says changes nothing', async () => {
    publish('bytes', hashOf('other bytes'));
    const before = readJson('package.json');
    await expect(replaceTarballs(root, await openRelease(release))).rejects.toThrow(
      'vouch-nx-0.2.0.tgz has the hash',
    );
    expect(readdirSync(join(root, 'tools/kit'))).toEqual(['vouch-nx-0.1.0.tgz']);
    expect(readJson('package.json')).toEqual(before);
  });

  test('without an index is refused', async () => {
    await expect(openRelease(join(root, 'tools'))).rejects.toThrow('holds no packages.json');
  });

  test('without packages of the workspace is refused', async () => {
    writeJson('release/packages.json', []);
    await expect(replaceTarballs(root, await openRelease(release))).rejects.toThrow(
      'The release holds no package that this workspace depends on.',
    );
  });
});

test('a version of the registry becomes the specifier of every package of the kit', () => {
  useVersion(root, '0.3.0');
  expect(readJson('package.json')).toMatchObject({ devDependencies: { '@vouch/nx': '0.3.0', nx: '23.2.1' } });
});

test('a workspace with the sources of the kit is refused', () => {
  writeJson('package.json', { devDependencies: { nx: '23.2.1' } });
  expect(() => {
    useVersion(root, '0.3.0');
  }).toThrow('This workspace depends on no package of the kit');
});

describe('migrations', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'node_modules/@vouch/nx'), { recursive: true });
    writeJson('node_modules/@vouch/nx/migrations.json', {
      generators: { rename: { version: '0.10.0', description: 'Rename' } },
    });
  });

  test('outside of the two versions are not run', () => {
    expect(runMigrations(root, '0.10.0', '0.11.0')).toBe(0);
    expect(runMigrations(root, '0.2.0', '0.9.0')).toBe(0);
    expect(existsSync(join(root, 'migrations.json'))).toBe(false);
  });

  test('are not mixed with those that nx migrate left', () => {
    writeJson('migrations.json', { migrations: [] });
    expect(() => runMigrations(root, '0.9.0', '0.10.0')).toThrow('npx nx migrate --run-migrations');
  });

  test('stay listed if they could not run', () => {
    mkdirSync(join(root, 'node_modules/nx/dist/bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules/nx/dist/bin/nx.js'), 'process.exitCode = 3;');
    expect(runMigrations(root, '0.9.0', '0.10.0')).toBe(3);
    expect(readJson('migrations.json')).toEqual({
      migrations: [{ package: '@vouch/nx', name: 'rename', version: '0.10.0', description: 'Rename' }],
    });
  });
});

test('the command explains itself, and reports what is wrong', async () => {
  expect(await updateKitCommand(root, ['--help'])).toBe(0);
  expect(await updateKitCommand(root, [])).toBe(1);
  expect(await updateKitCommand(root, ['0.3.0'])).toBe(1);
  expect(String(vi.mocked(console.error).mock.calls[0]?.[0])).toContain(
    'node_modules/@vouch/nx/package.json',
  );
});

function publish(content: string, integrity: string): void {
  writeFileSync(join(release, 'vouch-nx-0.2.0.tgz'), content);
  const listed = { name: '@vouch/nx', version: '0.2.0', file: 'vouch-nx-0.2.0.tgz', integrity };
  writeJson('release/packages.json', [listed]);
}

function hashOf(content: string): string {
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(join(root, file), JSON.stringify(content));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
