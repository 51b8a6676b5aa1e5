import { RedisCaches, type RedisClient } from '@acme/cache';
import { fakeRedis, frozenClock } from '@vouch/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { describeCache } from '../suites/cache.suite.ts';
import { maxValueBytes } from '../suites/cache-under-test.ts';

afterEach(() => {
  vi.useRealTimers();
});

describeCache('RedisCaches', () => {
  const clock = frozenClock();
  const caches = new RedisCaches(fakeRedis(), { maxValueBytes });
  return { caches, advance: (seconds) => clock.advance(seconds * 1000) };
});

describe('RedisCaches, while Redis is away,', () => {
  const refused = () => Promise.reject(new Error('ECONNREFUSED'));
  const silent = () => new Promise<never>(() => undefined);

  test.each([
    ['refuses', refused],
    ['never answers', silent],
  ])(
    'find nothing and fail nowhere when it %s',
    { meta: { promise: 'Cache#promise:unreachable', revision: '31ac47f3' } },
    async (_how, answer) => {
      const redis = { get: answer, mGet: answer, set: answer, del: answer };
      const cache = new RedisCaches(redis, { timeout: 20 }).of('one');
      await cache.set('key', 1, { tags: ['tag'] });
      await cache.invalidate('tag');
      await cache.delete('key');
      await expect(cache.get('key')).resolves.toBeUndefined();
    },
  );

  test('leave it alone for a while, and come back to it', async () => {
    let now = 0;
    let away = true;
    let asked = 0;
    const redis = fakeRedis() as RedisClient;
    const get = (key: string): Promise<string | null> => {
      asked += 1;
      return away ? refused() : redis.get(key);
    };
    const caches = new RedisCaches({ ...bound(redis), get }, { backoff: 1000, now: () => now });
    const cache = caches.of('one');
    await cache.get('key');
    away = false;
    await cache.get('key');
    expect(asked).toBe(1);
    now = 1000;
    await cache.set('key', 1);
    await expect(cache.get('key')).resolves.toBe(1);
    expect(caches.statistics()).toMatchObject({ degraded: 2, hits: 1 });
  });

  test('take an entry that they cannot read for none', async () => {
    const redis = fakeRedis() as RedisClient;
    const cache = new RedisCaches(redis).of('one');
    for (const damaged of [
      '',
      '{',
      'null',
      '{"encoded":"z!!","at":1,"versions":{}}',
      '{"encoded":"j{","at":1,"versions":{}}',
      '{"encoded":"j1","versions":{}}',
    ]) {
      await redis.set('cache {one} value key', damaged);
      await expect(cache.get('key')).resolves.toBeUndefined();
    }
  });
});

function bound(redis: RedisClient): RedisClient {
  return {
    get: (key) => redis.get(key),
    mGet: (keys) => redis.mGet(keys),
    set: (key, value, options) => redis.set(key, value, options),
    del: (key) => redis.del(key),
  };
}
