import { RedisCaches } from '@acme/cache';
import { Deadline, eventually, FaultyProxy } from '@vouch/testing';
import { acquireRedis, type TestRedis } from '@vouch/testing/servers/redis';
import { createClient, type RedisClientType } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

describe('with Redis behind a network', { tags: ['redis'] }, () => {
  let redis: TestRedis;
  let proxy: FaultyProxy;
  let client: RedisClientType;
  let caches: RedisCaches;

  beforeAll(async () => {
    redis = await acquireRedis();
  });
  afterAll(() => redis.release());
  beforeEach(async () => {
    await redis.flush();
    proxy = await FaultyProxy.before(redis.url);
    client = createClient({ url: proxy.url });
    client.on('error', () => undefined);
    await client.connect();
    caches = new RedisCaches(client, { timeout: 100, backoff: 200 });
  });
  afterEach(async () => {
    client.destroy();
    await proxy[Symbol.asyncDispose]();
  });

  const cache = () => caches.of('tenant');

  /** Redis serves again within 3 s after it came back. */
  const recovers = () =>
    eventually(
      async () => {
        await cache().set('recovered', true);
        expect(await cache().get('recovered')).toBe(true);
      },
      { timeout: 3_000, interval: 50 },
    );

  /** Every operation ends, and ends well. */
  async function useAll(): Promise<void> {
    await cache().set('key', 'new', { tags: ['tag'] });
    await cache().invalidate('tag');
    await cache().delete('key');
    expect(await cache().get('key')).toBeUndefined();
  }

  test.each<[string, () => void]>([
    ['refuses connections', () => proxy.refuse()],
    ['does not answer', () => proxy.fallSilent()],
    ['answers too slowly', () => proxy.slowDown(1_000)],
    ['has cut the connection', () => proxy.cut()],
  ])(
    'callers find nothing and fail nowhere while it %s, and it is used again afterwards',
    async (_what, harm) => {
      await cache().set('key', 'old', { tags: ['tag'] });
      harm();
      await expect(useAll()).resolves.toBeUndefined();
      proxy.heal();
      await recovers();
    },
  );

  test('callers wait for an unresponsive one once, not on each call', async () => {
    proxy.fallSilent();
    // fifty times the patience would be 5 s
    const deadline = new Deadline(2_500);
    for (let call = 0; call < 50; call += 1) await cache().get('key');
    expect(deadline.isOver()).toBe(false);
    expect(caches.statistics().degraded).toBe(50);
  });

  test.each<[string, () => Promise<void>]>([
    ['replaced', () => cache().set('key', 'new')],
    ['deleted', () => cache().delete('key')],
    ['dropped by its tag', () => cache().invalidate('tag')],
  ])('what was %s while it was away does not come back with it', async (_how, write) => {
    await cache().set('key', 'old', { tags: ['tag'] });
    expect(await cache().get('key')).toBe('old');
    proxy.refuse();
    await write();
    proxy.heal();
    await recovers();
    expect(await cache().get('key')).not.toBe('old');
  });

  test('a Redis that comes back empty is taken as it is', async () => {
    await cache().set('key', 'old', { tags: ['tag'] });
    proxy.cut();
    await redis.flush();
    await recovers();
    expect(await cache().get('key')).toBeUndefined();
    await cache().set('key', 'new', { tags: ['tag'] });
    expect(await cache().get('key')).toBe('new');
  });
});
