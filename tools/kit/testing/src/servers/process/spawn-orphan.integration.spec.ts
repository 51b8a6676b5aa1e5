import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { identityOf } from './identity.ts';
import { type Orphan, spawnOrphan } from './spawn-orphan.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-orphan-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

/** Prints what it is told, says so on its other output, and ends when it is killed. */
const program = `
  process.stdin.on('data', (text) => console.log(process.argv[1] + ' ' + text)).on('end', () => console.error('over'));
  setInterval(() => {}, 1_000);`;

async function start(folder: string): Promise<Orphan & AsyncDisposable> {
  const orphan = await spawn(folder, program, "it's told");
  return { ...orphan, [Symbol.asyncDispose]: () => end(orphan) };
}

async function spawn(folder: string, ...script: string[]): Promise<Orphan> {
  const log = openSync(join(folder, 'log'), 'w');
  const place = { cwd: folder, env: process.env, log };
  return spawnOrphan(process.execPath, ['-e', ...script], place).finally(() => closeSync(log));
}

async function end({ pid }: Orphan): Promise<void> {
  process.kill(pid);
  await eventually(() => expect(identityOf(pid)).toBeUndefined());
}

test('what is started is told its input and prints to its log', async ({ folder }) => {
  await using orphan = await start(folder);
  await orphan.tell('something');
  await eventually(() =>
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe("it's told something\nover\n"),
  );
});

test('nothing of the starter is bound to it once it is told', async ({ folder }) => {
  const before = openHandles();
  await using orphan = await start(folder);
  await orphan.tell('something');
  await eventually(() => expect(openHandles()).toEqual(before));
});

function openHandles(): string[] {
  return process.getActiveResourcesInfo().filter((name) => name.endsWith('Wrap'));
}

test('one that has ended is not waited for', async ({ folder }) => {
  const { pid, tell } = await spawn(folder, '');
  await eventually(() => expect(identityOf(pid)).toBeUndefined());
  await expect(tell('something')).resolves.toBeUndefined();
});

test.runIf(process.platform === 'linux')(
  'it is nobody’s child, in a session of its own',
  { meta: { skipReason: 'only Linux has /proc' } },
  async ({ folder }) => {
    await using orphan = await start(folder);
    const [own, others] = [process.pid, orphan.pid].map(parentAndSession);
    expect(others?.parent).not.toBe(process.pid);
    expect(others?.session).not.toBe(own?.session);
    await orphan.tell('');
  },
);

function parentAndSession(pid: number): { parent: number; session: number } {
  const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { parent: Number(parent), session: Number(session) };
}
