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

/** Prints its input, prints `over` to its other output, and runs until it is killed. */
const program = `
  process.stdin.on('data', (text) => console.log(process.argv[1] + ' ' + text)).on('end', () => console.error('over'));
  setInterval(() => {}, 1_000);`;

async function start(folder: string): Promise<Orphan & AsyncDisposable> {
  const orphan = await spawn(folder, program, "it's input");
  return { ...orphan, [Symbol.asyncDispose]: () => end(orphan) };
}

async function spawn(folder: string, ...script: string[]): Promise<Orphan> {
  const log = openSync(join(folder, 'log'), 'w');
  const place = { cwd: folder, env: {}, log };
  return spawnOrphan(process.execPath, ['-e', ...script], place).finally(() => closeSync(log));
}

async function end({ pid }: Orphan): Promise<void> {
  process.kill(pid);
  await eventually(() => expect(identityOf(pid)).toBeUndefined());
}

test('a started program receives its input and prints to its log', async ({ folder }) => {
  await using orphan = await start(folder);
  await orphan.sendInput('text');
  await eventually(() => expect(readFileSync(join(folder, 'log'), 'utf8')).toBe("it's input text\nover\n"));
});

test('the program does not keep its starter alive after the input is sent', async ({ folder }) => {
  const before = openHandles();
  await using orphan = await start(folder);
  await orphan.sendInput('text');
  await eventually(() => expect(openHandles()).toEqual(before));
});

function openHandles(): string[] {
  return process.getActiveResourcesInfo().filter((name) => name.endsWith('Wrap'));
}

test('sending input to an ended program does not wait', async ({ folder }) => {
  const { pid, sendInput } = await spawn(folder, '');
  await eventually(() => expect(identityOf(pid)).toBeUndefined());
  await expect(sendInput('text')).resolves.toBeUndefined();
});

test.runIf(process.platform === 'linux')(
  'the program has no parent and its own session',
  { meta: { skipReason: 'only Linux has /proc' } },
  async ({ folder }) => {
    await using orphan = await start(folder);
    const [own, others] = [process.pid, orphan.pid].map(parentAndSession);
    expect(others?.parent).not.toBe(process.pid);
    expect(others?.session).not.toBe(own?.session);
    await orphan.sendInput('');
  },
);

function parentAndSession(pid: number): { parent: number; session: number } {
  const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { parent: Number(parent), session: Number(session) };
}
