import { MemoryCaches } from '@acme/cache';
import { describe, expect, test } from 'vitest';
import { describeCache } from '../suites/cache.suite.ts';
import { maxValueBytes } from '../suites/cache-under-test.ts';

describeCache('MemoryCaches', () => {
  let now = 0;
  const caches = new MemoryCaches({ maxValueBytes, now: () => now });
  return { caches, advance: async (seconds) => void (now += seconds * 1000) };
});

describe('MemoryCaches', () => {
  test('drop what was used longest ago when room is needed', async () => {
    const caches = new MemoryCaches({ maxBytes: 3 * 300 });
    const cache = caches.of('one');
    const value = 'x'.repeat(180);
    for (const key of ['a', 'b', 'c']) await cache.set(key, value);
    await cache.get('a');
    await cache.set('d', value);
    const kept = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (key) => (await cache.get(key)) !== undefined),
    );
    expect(kept).toEqual([true, false, true, true]);
    expect(caches.statistics().evictions).toBe(1);
  });
});
