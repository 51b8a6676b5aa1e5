import { InvalidKeyError, InvalidLifetimeError, type Json, ValueTooLargeError } from '@acme/cache-contract';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CacheUnderTest, invalidKeys, maxValueBytes, type OfTenant } from './cache-under-test.ts';
import { describeDropping, describeTenants } from './caches.suite.ts';

/** The suite that every implementation of the contract passes, so that a fake behaves as the real one. */
export function describeCache(name: string, make: () => CacheUnderTest): void {
  describe(`${name} as Caches`, () => {
    let tested: CacheUnderTest;
    const cache = () => tested.caches.of('tenant-1');

    beforeEach(() => {
      tested = make();
    });

    describeGet(cache, () => tested);
    describeSet(cache);
    describeValues(() => tested);
    describeDropping(cache);
    describeTenants(() => tested);
  });
}

function describeGet(cache: OfTenant, tested: () => CacheUnderTest): void {
  describe('get', () => {
    test(
      'resolves with the value set last',
      { meta: { promise: 'Cache.get#returns', revision: 'd2e093d9' } },
      async () => {
        await cache().set('key', { first: true });
        await cache().set('key', ['second', null, 1.5]);
        await expect(cache().get('key')).resolves.toEqual(['second', null, 1.5]);
      },
    );

    test(
      'resolves with undefined when nothing is kept',
      { meta: { promise: 'Cache.get#returns', revision: 'd2e093d9' } },
      async () => {
        await expect(cache().get('nothing')).resolves.toBeUndefined();
      },
    );

    test.each(invalidKeys)(
      'rejects with InvalidKeyError for the key %j',
      { meta: { promise: 'Cache.get#throws:InvalidKeyError', revision: '0c0fb080' } },
      async (key) => {
        await expect(cache().get(key)).rejects.toThrow(InvalidKeyError);
      },
    );

    test(
      'does not prolong the life of what it reads',
      { meta: { promise: 'Cache.get#remarks', revision: '9830a5c0' } },
      async () => {
        await cache().set('key', 1, { seconds: 10 });
        await tested().advance(6);
        await cache().get('key');
        await tested().advance(6);
        await expect(cache().get('key')).resolves.toBeUndefined();
      },
    );

    test(
      'finds a value as long as it lives',
      { meta: { promise: 'Cache.get#remarks:2', revision: '03975cc6' } },
      async () => {
        await cache().set('key', 1, { seconds: 1000 });
        await tested().advance(990);
        await expect(cache().get('key')).resolves.toBe(1);
        await tested().advance(10);
        await expect(cache().get('key')).resolves.toBeUndefined();
      },
    );

    test(
      'finds what is kept under a key of 200 characters',
      { meta: { promise: 'Cache.get#derived:key:max', revision: '98505afd' } },
      async () => {
        const key = 'k'.repeat(200);
        await cache().set(key, 1);
        await expect(cache().get(key)).resolves.toBe(1);
        await expect(cache().get('k'.repeat(199))).resolves.toBeUndefined();
      },
    );
  });
}

function describeSet(cache: OfTenant): void {
  describe('set', () => {
    test.each(invalidKeys)(
      'rejects with InvalidKeyError for the key or tag %j',
      { meta: { promise: 'Cache.set#throws:InvalidKeyError', revision: '57089c40' } },
      async (key) => {
        await expect(cache().set(key, 1)).rejects.toThrow(InvalidKeyError);
        await expect(cache().set('key', 1, { tags: ['fine', key] })).rejects.toThrow(InvalidKeyError);
      },
    );

    test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 30 * 86_400 + 1])(
      'rejects with InvalidLifetimeError for %d seconds',
      { meta: { promise: 'Cache.set#throws:InvalidLifetimeError', revision: '40b686be' } },
      async (seconds) => {
        await expect(cache().set('key', 1, { seconds })).rejects.toThrow(InvalidLifetimeError);
      },
    );

    test(
      'rejects with ValueTooLargeError beyond the limit',
      { meta: { promise: 'Cache.set#throws:ValueTooLargeError', revision: '5cd338b7' } },
      async () => {
        const noise = Array.from({ length: maxValueBytes }, () => Math.random().toString(36)).join('');
        await expect(cache().set('key', noise)).rejects.toThrow(ValueTooLargeError);
      },
    );

    test(
      'keeps large values compressed',
      { meta: { promise: 'Cache.set#remarks', revision: 'eeec9154' } },
      async () => {
        const large = 'the same again and again '.repeat(1000);
        await cache().set('key', large);
        await expect(cache().get('key')).resolves.toBe(large);
      },
    );

    test(
      'keeps a value as it was when given',
      { meta: { promise: 'Cache.set#remarks:2', revision: '8ee5aac7' } },
      async () => {
        const value = { list: [1] };
        await cache().set('key', value);
        value.list.push(2);
        await expect(cache().get('key')).resolves.toEqual({ list: [1] });
      },
    );
  });
}

function describeValues(tested: () => CacheUnderTest): void {
  describe('set and get', () => {
    test(
      'gives back any JSON as it was',
      { meta: { promise: 'Cache#invariant', revision: '1aaba4c7' } },
      async () => {
        const small = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
        await fc.assert(
          fc.asyncProperty(small, async (value) => {
            await tested().caches.of('any').set('key', value);
            expect(await tested().caches.of('any').get('key')).toEqual(value);
          }),
          { numRuns: 50 },
        );
      },
    );
  });
}
