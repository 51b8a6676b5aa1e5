import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { identityOf } from '../process/identity.ts';
import { adoptProgram, clearProgram, newRedisFolder, startProgram } from './redis-program.ts';
import { connectRedis } from '../redis/redis-connection.ts';

async function pidOf(url: string): Promise<number> {
  await using connection = await connectRedis(url);
  return Number(/process_id:(\d+)/.exec(await connection.send<string>('INFO', 'server'))?.[1]);
}

describe('a Redis that the kit starts', { tags: ['redis'] }, () => {
  test('ends and leaves no folder', async () => {
    const folder = newRedisFolder();
    const server = await startProgram('redis-server', folder);
    const pid = await pidOf(server.url);
    await server.stop();
    expect([identityOf(pid), existsSync(folder)]).toEqual([undefined, false]);
  });

  test('ends even if its folder was deleted', async () => {
    const folder = newRedisFolder();
    const server = await startProgram('redis-server', folder);
    const pid = await pidOf(server.url);
    await rm(folder, { recursive: true });
    await server.stop();
    expect(identityOf(pid)).toBeUndefined();
  });

  test('is adopted or removed by the supervisor after a killed one', async () => {
    const folder = newRedisFolder();
    const { url } = await startProgram('redis-server', folder);
    const pid = await pidOf(url);
    expect(adoptProgram(folder, url)?.url).toBe(url);
    await clearProgram(folder);
    expect([identityOf(pid), existsSync(folder)]).toEqual([undefined, false]);
    expect(adoptProgram(folder, url)).toBeUndefined();
  });

  test('reports the end of the log of a Redis that does not start', async () => {
    const folder = newRedisFolder();
    await expect(startProgram('/bin/false', folder)).rejects.toThrow('/bin/false did not start');
    expect(existsSync(folder)).toBe(false);
  });
});
