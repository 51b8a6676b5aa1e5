import { expect, expectTypeOf, test } from 'vitest';
import { frozenClock } from '../frozen-clock.ts';
import { fakeRedis } from './fake-redis.ts';
import { redisSuite } from '../../../proof/redis-suite.ts';

redisSuite(async () => fakeRedis());

test('keys expire by the clock', async () => {
  using clock = frozenClock();
  const redis = fakeRedis();
  await redis.set('s', '1', { EX: 10 });
  await redis.set('ms', '1', { expiration: { type: 'PX', value: 1_500 } });
  await redis.set('ever', '1');
  expect([
    await redis.ttl('s'),
    await redis.pTTL('ms'),
    await redis.ttl('ever'),
    await redis.ttl('none'),
  ]).toEqual([10, 1500, -1, -2]);
  await clock.advance(1_500);
  expect([await redis.get('ms'), await redis.get('s')]).toEqual([null, '1']);
  await redis.set('s', '2', { KEEPTTL: true });
  expect(await redis.ttl('s')).toBe(9);
  await redis.set('s', '3');
  expect(await redis.ttl('s')).toBe(-1);
  expect([await redis.expire('s', 1), await redis.expire('none', 1)]).toEqual([1, 0]);
  await redis.incr('s');
  expect(await redis.ttl('s')).toBe(1);
  expect(await redis.persist('s')).toBe(1);
  await clock.advance(5_000);
  expect(await redis.get('s')).toBe('4');
  await expect(redis.set('a', '1', { EX: 0 })).rejects.toThrow("ERR invalid expire time in 'set' command");
});

test('duplicates share data; a closed one rejects commands', async () => {
  const redis = fakeRedis();
  const other = redis.duplicate();
  await redis.set('a', '1');
  expect(await other.get('a')).toBe('1');
  await other.close();
  expect([other.isOpen, redis.isOpen]).toEqual([false, true]);
  await expect(other.get('a')).rejects.toThrow('The client is closed');
  await redis.flushDb();
  expect(await redis.dbSize()).toBe(0);
});

test('arguments that Redis rejects are rejected', async () => {
  const redis = fakeRedis() as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  await expect(redis['set']?.('a', null)).rejects.toThrow(
    'must be of type "string | Buffer", got null instead',
  );
  expect(() => redis['zAdd']?.('a')).toThrow('The fake Redis has no zAdd.');
});

test('replies are typed', async () => {
  const value = await fakeRedis().get('a');
  expectTypeOf(value).toEqualTypeOf<string | null>();
  expectTypeOf(fakeRedis().hGetAll).returns.resolves.toEqualTypeOf<Record<string, string>>();
  expect(value).toBeNull();
});
