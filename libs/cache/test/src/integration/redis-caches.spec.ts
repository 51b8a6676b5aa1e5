import { RedisCaches } from '@acme/cache';
import { acquireRedis, type TestRedis } from '@vouch/testing/servers/redis';
import { createClient, type RedisClientType } from 'redis';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { describeCache } from '../suites/cache.suite.ts';
import { maxValueBytes } from '../suites/cache-under-test.ts';

/** The suite that the implementation in memory and the one on a fake Redis pass as well. */
describe('on a real Redis', { tags: ['redis'] }, () => {
  let redis: TestRedis;
  let client: RedisClientType;

  beforeAll(async () => {
    redis = await acquireRedis();
    client = createClient({ url: redis.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.close();
    await redis.release();
  });
  beforeEach(() => redis.flush());

  describeCache('RedisCaches', () => {
    const caches = new RedisCaches(client, { maxValueBytes });
    return { caches, advance: (seconds) => letPass(client, seconds) };
  });
});

/** Makes everything in a Redis as much older as if the time had passed. */
async function letPass(client: RedisClientType, seconds: number): Promise<void> {
  for (const key of await client.keys('*')) {
    const left = await client.pTTL(key);
    if (left >= 0) await client.pExpire(key, left - seconds * 1000);
  }
}
