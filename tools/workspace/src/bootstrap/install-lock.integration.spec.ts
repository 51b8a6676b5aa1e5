// About the template: `nx g rename` removes it.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test as base } from 'vitest';

const test = base.extend('root', async ({}, { onCleanup }) => {
  const root = await mkdtemp(join(tmpdir(), 'vouch-lock-'));
  onCleanup(() => rm(root, { recursive: true }));
  return root;
});

const lock = new URL('install-lock.mjs', import.meta.url).href;

/** A program that records when it acquires and releases the lock. */
const program = `
  const { appendFileSync } = await import('node:fs');
  const { installLock } = await import(${JSON.stringify(lock)});
  for (let turn = 0; turn < 5; turn += 1) {
    const release = await installLock('.');
    appendFileSync('log', 'in ' + process.pid + '\\n');
    await new Promise((done) => setTimeout(done, 5));
    appendFileSync('log', 'out ' + process.pid + '\\n');
    release();
  }`;

async function contend(root: string): Promise<string[][]> {
  const start = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: root });
  await Promise.all(Array.from({ length: 6 }, start));
  const lines = (await readFile(join(root, 'log'), 'utf8')).trim().split('\n');
  return Array.from({ length: lines.length / 2 }, (_, turn) => lines.slice(2 * turn, 2 * turn + 2));
}

describe('the lock of an installation', { tags: ['slow'] }, () => {
  test('admits one process at a time and leaves no files', async ({ root }) => {
    const turns = await contend(root);
    expect(turns).toHaveLength(30);
    for (const [into, out] of turns) expect(out).toBe(into?.replace('in', 'out'));
    expect(await readdir(join(root, '.vouch/install'))).toEqual([]);
  });

  test('of a killed process is taken over by one process', async ({ root }) => {
    await mkdir(join(root, '.vouch/install'), { recursive: true });
    await writeFile(join(root, '.vouch/install/7'), '999999999');
    const turns = await contend(root);
    expect(turns).toHaveLength(30);
    for (const [into, out] of turns) expect(out).toBe(into?.replace('in', 'out'));
    expect(await readdir(join(root, '.vouch/install'))).toEqual([]);
  });
});
