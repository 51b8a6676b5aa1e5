import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { identityOf } from './identity.ts';
import { spawnOrphan } from './spawn-orphan.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-orphan-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

/** Prints what it is told, and stays until it is told no more. */
const program = `process.stdin.on('data', (text) => console.log(process.argv[1] + ' ' + text)).on('end', () => console.error('over'))`;

test('what is started is nobody’s child, is told things, and prints to its log', async ({ folder }) => {
  const file = join(folder, 'log');
  const log = openSync(file, 'w');
  const { pid, stdin } = await spawnOrphan(process.execPath, ['-e', program, "it's told"], {
    ...{ cwd: folder, env: process.env, log },
  });
  closeSync(log);
  if (process.platform === 'linux') {
    const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    expect(Number(parent)).not.toBe(process.pid);
    expect(session).not.toBe(readFileSync('/proc/self/stat', 'utf8').split(' ')[5]);
  }
  stdin.write('something');
  await expect.poll(() => readFileSync(file, 'utf8')).toBe("it's told something\n");
  stdin.end();
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('over');
  await expect.poll(() => identityOf(pid)).toBeUndefined();
});
