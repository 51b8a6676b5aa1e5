import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base, vi } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { leftovers, tracesIn } from '../../../proof/kill/leftovers.ts';
import { isAlive } from '../process/identity.ts';
import { acquireRedis } from './acquire-redis.ts';
import { holdRedis } from './hold-redis.ts';
import { connectRedis } from '../redis/redis-connection.ts';

/** A separate temporary folder isolates the test: no other process has a Redis in it. */
const test = base.extend('machine', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-redis-'));
  vi.stubEnv('TMPDIR', folder);
  onCleanup(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, env: { ...process.env, TEST_REDIS: 'program' } };
});

async function write(url: string, key: string): Promise<void> {
  await using connection = await connectRedis(url);
  await connection.send('SET', key, 'value');
}

async function read(url: string, key: string): Promise<string | null> {
  await using connection = await connectRedis(url);
  return connection.send<string | null>('GET', key);
}

describe('the machine’s Redis', { tags: ['redis', 'slow'] }, () => {
  test('is shared by all processes, and removed with its files after the last one', async ({ machine }) => {
    const hold = await holdRedis(machine.env);
    const [one, other] = await Promise.all([acquireRedis(machine.env), acquireRedis(machine.env)]);
    expect(hold.line).toBe(`Redis ${one.version} · program`);
    expect(new URL(one.url).host).toBe(new URL(other.url).host);
    expect(one.url).not.toBe(other.url);
    const traces = tracesIn(machine.folder);
    expect(traces.supervisors.filter(isAlive)).toHaveLength(1);
    await Promise.all([one.release(), other.release(), hold.release()]);
    await eventually(() => expect(leftovers(machine.folder, traces)).toEqual([]));
  });

  test('survives its killed supervisor: the next one adopts it and ends it', async ({ machine }) => {
    const first = await acquireRedis(machine.env);
    await write(first.url, 'kept');
    const [supervisor] = tracesIn(machine.folder).supervisors;
    process.kill(supervisor!.pid, 'SIGKILL');
    await eventually(() => expect(isAlive(supervisor!)).toBe(false));
    const next = await acquireRedis(machine.env);
    expect(new URL(next.url).host).toBe(new URL(first.url).host);
    expect(await read(first.url, 'kept')).toBe('value');
    const traces = tracesIn(machine.folder);
    await first.release();
    await next.release();
    await eventually(() => expect(leftovers(machine.folder, traces)).toEqual([]));
  });

  test('is removed by the next supervisor if it was killed together with its own', async ({ machine }) => {
    const first = await acquireRedis(machine.env);
    const [supervisor] = tracesIn(machine.folder).supervisors;
    await using connection = await connectRedis(first.url);
    const pid = Number(/process_id:(\d+)/.exec(await connection.send<string>('INFO', 'server'))?.[1]);
    for (const victim of [supervisor!.pid, pid]) process.kill(victim, 'SIGKILL');
    await eventually(() => expect(isAlive(supervisor!)).toBe(false));
    const next = await acquireRedis(machine.env);
    expect(new URL(next.url).host).not.toBe(new URL(first.url).host);
    const traces = tracesIn(machine.folder);
    await first.release();
    await next.release();
    await eventually(() => expect(leftovers(machine.folder, traces)).toEqual([]));
  });
});
