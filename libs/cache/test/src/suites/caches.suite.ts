import { InvalidKeyError } from '@acme/cache-contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CacheUnderTest, invalidKeys, type OfTenant } from './cache-under-test.ts';

export function describeDropping(cache: OfTenant): void {
  describe('delete', () => {
    test.each(invalidKeys)(
      'rejects with InvalidKeyError for the key %j',
      { meta: { promise: 'Cache.delete#throws:InvalidKeyError', revision: 'c31b2e6f' } },
      async (key) => {
        await expect(cache().delete(key)).rejects.toThrow(InvalidKeyError);
      },
    );

    test(
      'drops the value, and does nothing when there is none',
      { meta: { promise: 'Cache.delete#remarks', revision: '7eb77cd2' } },
      async () => {
        await cache().set('key', 1);
        await cache().delete('key');
        await cache().delete('key');
        await expect(cache().get('key')).resolves.toBeUndefined();
      },
    );
  });

  describe('invalidate', () => {
    test.each(invalidKeys)(
      'rejects with InvalidKeyError for the tag %j',
      { meta: { promise: 'Cache.invalidate#throws:InvalidKeyError', revision: 'ba2f18fe' } },
      async (tag) => {
        await expect(cache().invalidate(tag)).rejects.toThrow(InvalidKeyError);
      },
    );

    test('drops what was set with the tag, and nothing else', async () => {
      await cache().set('both', 1, { tags: ['a', 'b'] });
      await cache().set('other', 2, { tags: ['b'] });
      await cache().set('none', 3);
      await cache().invalidate('a');
      const left = await Promise.all(['both', 'other', 'none'].map((key) => cache().get(key)));
      expect(left).toEqual([undefined, 2, 3]);
    });

    test(
      'lets values be set with the tag afterwards',
      { meta: { promise: 'Cache.invalidate#remarks', revision: '1167d309' } },
      async () => {
        await cache().set('key', 1, { tags: ['a'] });
        await cache().invalidate('a');
        await cache().set('key', 2, { tags: ['a'] });
        await expect(cache().get('key')).resolves.toBe(2);
      },
    );
  });
}

export function describeTenants(tested: () => CacheUnderTest): void {
  describe('of', () => {
    test(
      'gives tenants that share nothing',
      { meta: { promise: 'Caches.of#returns', revision: '2ff21706' } },
      async () => {
        const [one, two] = [tested().caches.of('one'), tested().caches.of('two')];
        await one.set('key', 1, { tags: ['tag'] });
        await two.set('key', 2, { tags: ['tag'] });
        await two.invalidate('tag');
        await two.delete('key');
        await expect(two.get('key')).resolves.toBeUndefined();
        await expect(one.get('key')).resolves.toBe(1);
      },
    );

    test(
      'takes no tenant for another whose id begins alike',
      { meta: { promise: 'Cache.get#tenant:read', revision: 'e66a2b1b' } },
      async () => {
        await tested()
          .caches.of('one')
          .set('two:key', 1, { tags: ['tag'] });
        await expect(tested().caches.of('one:two').get('key')).resolves.toBeUndefined();
        await tested().caches.of('on').invalidate('tag');
        await expect(tested().caches.of('one').get('two:key')).resolves.toBe(1);
      },
    );

    test.each(invalidKeys)(
      'throws InvalidKeyError for the tenant %j',
      { meta: { promise: 'Caches.of#throws:InvalidKeyError', revision: '86cb43ba' } },
      (tenant) => {
        expect(() => tested().caches.of(tenant)).toThrow(InvalidKeyError);
      },
    );
  });

  describe('another tenant', () => {
    const [one, two] = ['one', 'two'].map((tenant) => () => tested().caches.of(tenant)) as [
      OfTenant,
      OfTenant,
    ];

    beforeEach(() => one().set('key', 1, { tags: ['tag'] }));

    test(
      'sets nothing of this one',
      { meta: { promise: 'Cache.set#tenant:change', revision: 'e95f2ef8' } },
      async () => {
        await two().set('key', 2, { tags: ['tag'] });
        await expect(one().get('key')).resolves.toBe(1);
        await expect(two().get('key')).resolves.toBe(2);
      },
    );

    test(
      'deletes nothing of this one',
      { meta: { promise: 'Cache.delete#tenant:change', revision: '9d5a1dad' } },
      async () => {
        await two().delete('key');
        await expect(one().get('key')).resolves.toBe(1);
      },
    );

    test(
      'drops nothing of this one by its tag',
      { meta: { promise: 'Cache.invalidate#tenant:change', revision: 'f0ffefde' } },
      async () => {
        await two().invalidate('tag');
        await expect(one().get('key')).resolves.toBe(1);
      },
    );
  });

  describe('statistics', () => {
    test(
      'count hits and misses',
      { meta: { promise: 'Caches.statistics#returns', revision: '0ca954e7' } },
      async () => {
        const cache = tested().caches.of('one');
        await cache.set('key', 1);
        await cache.get('key');
        await cache.get('other');
        expect(tested().caches.statistics()).toEqual({ hits: 1, misses: 1, evictions: 0, degraded: 0 });
      },
    );
  });
}
