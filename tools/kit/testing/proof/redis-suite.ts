import { expect, test, vi } from 'vitest';
import { eventually } from '../src/async/eventually.ts';
import type { FakeRedis } from '../src/doubles/redis/fake-redis.ts';

/** A client of an empty database, and a function to end it. */
export type ConnectRedis = () => Promise<FakeRedis>;

/** Tests that must pass for the fake and for the real Redis. */
export function redisSuite(connect: ConnectRedis): void {
  for (const suite of [strings, hashes, sets, keys, connections]) suite(connect);
}

function strings(connect: ConnectRedis): void {
  test('strings are set and read', async () => {
    await using redis = await connect();
    expect(await redis.set('a', 'x')).toBe('OK');
    expect(await redis.get('a')).toBe('x');
    expect(await redis.get('b')).toBeNull();
    expect(await redis.mSet({ b: '1', c: '2' })).toBe('OK');
    expect(await redis.mGet(['a', 'b', 'c', 'd'])).toEqual(['x', '1', '2', null]);
    expect(await redis.getDel('a')).toBe('x');
    expect(await redis.exists(['a', 'b', 'c'])).toBe(2);
    expect(await redis.append('b', '23')).toBe(3);
  });

  test('set has conditions', async () => {
    await using redis = await connect();
    expect(await redis.set('a', '1', { XX: true })).toBeNull();
    expect(await redis.set('a', '1', { NX: true })).toBe('OK');
    expect(await redis.set('a', '2', { condition: 'NX' })).toBeNull();
    expect(await redis.set('a', '3', { condition: 'XX', GET: true })).toBe('1');
    expect([await redis.setNX('a', '4'), await redis.setNX('b', '4')]).toEqual([0, 1]);
    expect(await redis.get('a')).toBe('3');
  });

  test('numbers are incremented, and other values are not', async () => {
    await using redis = await connect();
    expect([
      await redis.incr('n'),
      await redis.incrBy('n', 5),
      await redis.decr('n'),
      await redis.decrBy('n', 2),
    ]).toEqual([1, 6, 5, 3]);
    await redis.set('t', 'text');
    await expect(redis.incr('t')).rejects.toThrow('ERR value is not an integer');
  });
}

function hashes(connect: ConnectRedis): void {
  test('hashes', async () => {
    await using redis = await connect();
    expect([await redis.hSet('h', 'a', '1'), await redis.hSet('h', { a: '2', b: 3 })]).toEqual([1, 1]);
    expect(await redis.hGetAll('h')).toEqual({ a: '2', b: '3' });
    expect([await redis.hGet('h', 'a'), await redis.hGet('h', 'x'), await redis.hExists('h', 'b')]).toEqual([
      '2',
      null,
      1,
    ]);
    expect([await redis.hIncrBy('h', 'b', 2), await redis.hLen('h'), await redis.hKeys('h')]).toEqual([
      5,
      2,
      ['a', 'b'],
    ]);
    expect(await redis.hDel('h', ['a', 'b', 'c'])).toBe(2);
    expect(await redis.exists('h')).toBe(0);
  });
}

function sets(connect: ConnectRedis): void {
  test('sets', async () => {
    await using redis = await connect();
    expect([await redis.sAdd('s', ['a', 'b', 'a']), await redis.sAdd('s', 'a')]).toEqual([2, 0]);
    expect((await redis.sMembers('s')).toSorted()).toEqual(['a', 'b']);
    expect([
      await redis.sIsMember('s', 'a'),
      await redis.sIsMember('s', 'z'),
      await redis.sCard('s'),
    ]).toEqual([1, 0, 2]);
    expect(await redis.sRem('s', ['a', 'b'])).toBe(2);
    expect(await redis.type('s')).toBe('none');
  });

  test('a command for another kind of value fails', async () => {
    await using redis = await connect();
    await redis.sAdd('s', 'a');
    await expect(redis.get('s')).rejects.toThrow(
      'WRONGTYPE Operation against a key holding the wrong kind of value',
    );
    expect(await redis.type('s')).toBe('set');
    expect(await redis.mGet(['s'])).toEqual([null]);
  });
}

function keys(connect: ConnectRedis): void {
  test.each([
    ['user:*', ['user:1', 'user:22']],
    ['user:?', ['user:1']],
    ['*[13]', ['user:1']],
    ['*[^1]', ['a.b', 'user:22', 'x*y']],
    ['x\\*y', ['x*y']],
    ['a.b', ['a.b']],
  ])('keys are found by the pattern %s', async (pattern, expected) => {
    await using redis = await connect();
    await redis.mSet({ 'user:1': '1', 'user:22': '1', 'a.b': '1', 'x*y': '1' });
    expect((await redis.keys(pattern)).toSorted()).toEqual(expected);
  });

  test('scanning sees every key once, page by page', async () => {
    await using redis = await connect();
    await redis.mSet(Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`k${n}`, '1'])));
    await redis.sAdd('kset', 'x');
    const pages = await Array.fromAsync(redis.scanIterator({ MATCH: 'k*', COUNT: 10, TYPE: 'string' }));
    expect(new Set(pages.flat()).size).toBe(25);
    expect(pages.flat()).not.toContain('kset');
  });
}

function connections(connect: ConnectRedis): void {
  test('multi runs commands together, including those after a failing one', async () => {
    await using redis = await connect();
    const multi = redis.multi().set('a', '1').incr('a').get('a');
    expect(await redis.get('a')).toBeNull();
    expect(await multi.exec()).toEqual(['OK', 2, '2']);
    await expect(redis.multi().hGet('a', 'x').set('b', '1').exec()).rejects.toThrow('1 commands failed');
    expect(await redis.get('b')).toBe('1');
  });

  test('messages reach subscribers, by channel and by pattern', async () => {
    await using redis = await connect();
    const subscriber = await redis.duplicate().connect();
    const [exact, glob] = [vi.fn(), vi.fn()];
    await subscriber.subscribe('news', exact);
    await subscriber.pSubscribe('n*', glob);
    expect(await redis.publish('news', 'hello')).toBe(2);
    expect(await redis.publish('other', 'x')).toBe(0);
    await subscriber.unsubscribe('news');
    await redis.publish('news', 'again');
    await eventually(() =>
      expect(glob.mock.calls).toEqual([
        ['hello', 'news'],
        ['again', 'news'],
      ]),
    );
    expect(exact.mock.calls).toEqual([['hello', 'news']]);
    await subscriber.close();
  });

  test('bytes are kept unchanged', async () => {
    await using redis = await connect();
    const bytes = Buffer.from([0, 255, 128, 10]);
    await redis.set('a', bytes);
    expect(await redis.withTypeMapping({ 36: Buffer }).get('a')).toEqual(bytes);
  });
}
