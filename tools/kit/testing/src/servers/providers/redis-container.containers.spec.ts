import { expect, test } from 'vitest';
import { acquireRedis } from '../acquire/acquire-redis.ts';
import { connectRedis } from '../redis/redis-connection.ts';

test('Redis in a container works like any other Redis', { tags: ['redis'] }, async () => {
  await using redis = await acquireRedis({ ...process.env, TEST_REDIS: 'container' });
  await using connection = await connectRedis(redis.url);
  expect(redis.line).toMatch(/^Redis \d+\.\d+\.\d+ · container$/);
  expect(await connection.send('SET', 'a', 'b')).toBe('OK');
});
