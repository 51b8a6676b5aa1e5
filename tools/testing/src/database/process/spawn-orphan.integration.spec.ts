import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { identityOf } from './identity.ts';
import { type Orphan, spawnOrphan } from './spawn-orphan.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-orphan-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

/** Prints what it is told, and stays until it is told no more. */
const program = `process.stdin.on('data', (text) => console.log(process.argv[1] + ' ' + text)).on('end', () => console.error('over'))`;

function start(folder: string): Promise<Orphan> {
  const log = openSync(join(folder, 'log'), 'w');
  const place = { cwd: folder, env: process.env, log };
  return spawnOrphan(process.execPath, ['-e', program, "it's told"], place).finally(() => closeSync(log));
}

test('what is started is told things, prints to its log, and ends like any other', async ({ folder }) => {
  const { pid, stdin } = await start(folder);
  const printed = () => readFileSync(join(folder, 'log'), 'utf8');
  stdin.write('something');
  await expect.poll(printed).toBe("it's told something\n");
  stdin.end();
  await expect.poll(printed).toContain('over');
  stdin.destroy();
  await expect.poll(() => identityOf(pid)).toBeUndefined();
});

test.runIf(process.platform === 'linux')(
  'it is nobody’s child, in a session of its own',
  async ({ folder }) => {
    const { pid, stdin } = await start(folder);
    const [own, orphan] = [process.pid, pid].map(parentAndSession);
    stdin.end();
    expect(orphan?.parent).not.toBe(process.pid);
    expect(orphan?.session).not.toBe(own?.session);
  },
);

function parentAndSession(pid: number): { parent: number; session: number } {
  const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { parent: Number(parent), session: Number(session) };
}
