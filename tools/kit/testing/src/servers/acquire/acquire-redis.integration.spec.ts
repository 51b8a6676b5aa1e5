import { describe, expect, test as base } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { startOwnServer } from '../supervisor/own-server.ts';
import { acquireRedis } from './acquire-redis.ts';
import { connectRedis } from '../redis/redis-connection.ts';

const nowhere = {
  PATH: process.env.PATH,
  TEST_REDIS_PORT: '1',
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
};

/** An existing server with another program's data in database 1. */
const test = base.extend('existing', { scope: 'file' }, async ({}, { onCleanup }) => {
  const { record, stop } = await startOwnServer({
    service: 'redis',
    source: 'program',
    program: 'redis-server',
  });
  onCleanup(stop);
  await using connection = await connectRedis(record.url);
  await connection.send('SELECT', '1');
  await connection.send('SET', 'theirs', 'precious');
  return record.url;
});

describe('Redis', { tags: ['redis'] }, () => {
  test('is started from the PATH if no Redis runs, and its line shows that', async () => {
    await using redis = await acquireRedis(nowhere);
    expect(redis.line).toMatch(
      /^Redis \d+\.\d+\.\d+ · program \(no TEST_REDIS_URL; no server at 127\.0\.0\.1:1; no con/,
    );
  });

  test('gives each lease its own logical database, and flushes only that one', async () => {
    await using mine = await acquireRedis(nowhere);
    await using yours = await acquireRedis({ ...nowhere, ...mine.environment });
    expect(yours.database).not.toBe(mine.database);
    await using me = await connectRedis(mine.url);
    await using you = await connectRedis(yours.url);
    await me.send('SET', 'key', 'mine');
    await you.send('SET', 'key', 'yours');
    await mine.flush();
    expect(await me.send('GET', 'key')).toBeNull();
    expect(await you.send('GET', 'key')).toBe('yours');
  });

  test('requires a password', async () => {
    await using redis = await acquireRedis(nowhere);
    const url = new URL(redis.url);
    url.password = '';
    await expect(connectRedis(url.href)).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test('leaves an existing server and other programs’ data unchanged', async ({ existing }) => {
    const redis = await acquireRedis({ ...nowhere, TEST_REDIS_URL: existing });
    expect(redis.source).toBe('url');
    expect(redis.database).not.toBe(1);
    await using own = await connectRedis(redis.url);
    await own.send('SET', 'ours', 'gone');
    await redis.release();
    await using connection = await connectRedis(existing);
    expect(await connection.send('KEYS', '*')).toEqual([]);
    expect(await connection.send('INFO', 'keyspace')).toMatch(/^# Keyspace\r\ndb1:keys=1,[^\r]*\r\n$/);
  });

  test('reuses and empties the database of a dead process', async ({ existing }) => {
    await using connection = await connectRedis(existing);
    await connection.send('SET', 'vouch:claim:2', '0000dead');
    await connection.send('SELECT', '2');
    await connection.send('SET', 'left', 'behind');
    await using redis = await acquireRedis({ ...nowhere, TEST_REDIS_URL: existing });
    await eventually(async () => expect(await connection.send('KEYS', '*')).toEqual([]));
    expect(redis.url).toBe(`${existing}/${redis.database}`);
  });

  test('reports a missing Redis with the fix', async () => {
    await expect(acquireRedis({ ...nowhere, PATH: '/nonexistent' })).rejects.toMatchObject({
      code: 'no-server',
      message: expect.stringMatching(
        /no redis-server or valkey-server on the PATH\.\n {2}Install one/,
      ) as string,
    });
  });

  test.for([
    [{ TEST_REDIS_URL: 'redis://cache.example.com:6379' }, 'looks-like-production'],
    [{ TEST_REDIS_URL: 'http://127.0.0.1:6379' }, 'wrong-setting'],
    [{ TEST_REDIS_URL: 'redis://127.0.0.1:1' }, 'no-server'],
    [{ TEST_REDIS: 'docker' }, 'wrong-setting'],
    [{ TEST_REDIS: 'container' }, 'no-server'],
  ] as const)('%j is rejected: %s', async ([env, code]) => {
    await expect(acquireRedis({ ...nowhere, ...env })).rejects.toMatchObject({ code });
  });
});
