// About the template: `nx g rename` removes it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Ended, runInScratch } from '@vouch/scratch';

const program = `console.log('started with', ...process.argv.slice(2)); process.exitCode = 3;`;
const deaf = { npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: '' };

describe('the first command in a fresh clone', () => {
  test('installs, runs the program with its arguments and returns its exit code; a second time it only runs', async () => {
    const clone = freshClone();
    const first = await clone.start('--port', '1');
    expect(first.output).toContain('Installing from the lockfile');
    expect(first.output).toContain('started with --port 1');
    expect(first.code).toBe(3);
    const second = await clone.start();
    expect(second.output).not.toContain('Installing');
    expect(second.output).toContain('started with');
  });

  test('installs once if started twice at the same time', async () => {
    const clone = freshClone();
    const both = await Promise.all([clone.start(), clone.start()]);
    expect(both.map(({ code }) => code)).toEqual([3, 3]);
    expect(both.filter(({ output }) => output.includes('Installing'))).toHaveLength(1);
    expect(both.filter(({ output }) => /Waiting for process \d+/.test(output))).toHaveLength(1);
  });

  test('continues a killed installation', async () => {
    const clone = freshClone();
    clone.write('.vouch/install/1', '999999999');
    clone.write('node_modules/half/package.json', '{}');
    expect(await clone.start()).toMatchObject({ code: 3 });
  });

  test('installs again after a change of the lockfile', async () => {
    const clone = freshClone();
    await clone.start();
    const installed = clone.read('node_modules/.package-lock.json').replaceAll('"1.0.0"', '"0.9.0"');
    clone.write('node_modules/.package-lock.json', installed);
    expect((await clone.start()).output).toContain('Installing');
  });

  test('prints the fix if the registry cannot be reached', async () => {
    const clone = freshClone({ left: '1.0.0' });
    const { code, output } = await clone.start();
    expect(code).toBe(1);
    expect(output).toContain('The npm registry could not be reached (ECONNREFUSED)');
    expect(output).toContain('npm config get registry');
    expect(output).not.toContain('started');
  });
});

/** A checkout with one package and the given dependencies, on a machine without a registry. */
function freshClone(dependencies: Record<string, string> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'vouch-clone-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  const manifest = { name: 'clone', version: '1.0.0', workspaces: ['libs/*'], dependencies };
  const own = { name: 'own', version: '1.0.0' };
  const locked = Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [`node_modules/${name}`, { version }]),
  );
  write('package.json', JSON.stringify(manifest));
  write('libs/own/package.json', JSON.stringify(own));
  write(
    'package-lock.json',
    JSON.stringify({
      name: 'clone',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': manifest,
        'libs/own': own,
        'node_modules/own': { resolved: 'libs/own', link: true },
        ...locked,
      },
    }),
  );
  write('.nvmrc', process.versions.node);
  write('tools/workspace/src/start/main.ts', program);
  const main = join(import.meta.dirname, 'main.mjs');
  return {
    write,
    read: (file: string) => readFileSync(join(root, file), 'utf8'),
    start: (...args: string[]): Promise<Ended> =>
      runInScratch(process.execPath, [main, 'start', ...args], {
        cwd: root,
        env: { ...deaf, npm_config_cache: join(root, '.npm') },
      }),
  };
}
