import { HashedKeys } from '@acme/cache';
import { InvalidKeyError, type Json } from '@acme/cache-contract';
import { describe, expect, test } from 'vitest';

const keys = new HashedKeys();

describe('HashedKeys.keyOf', () => {
  test(
    'starts with the namespace',
    { meta: { promise: 'CacheKeys.keyOf#returns', revision: '70518aab' } },
    () => {
      expect(keys.keyOf('answers', { prompt: 'hello' })).toMatch(/^answers:[0-9a-f]{64}$/);
    },
  );

  test(
    'minds no order of properties, at any depth',
    { meta: { promise: 'CacheKeys.keyOf#remarks', revision: 'd00ceb1f' } },
    () => {
      const one = keys.keyOf('n', { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } });
      expect(keys.keyOf('n', { b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 })).toBe(one);
    },
  );

  test(
    'makes different keys of different parts',
    { meta: { promise: 'CacheKeys.keyOf#remarks:2', revision: '7a762711' } },
    () => {
      const parts: Json[] = [
        1,
        '1',
        [1],
        ['1'],
        [[1]],
        { a: 1 },
        { a: '1' },
        [1, 2],
        [2, 1],
        null,
        'null',
        {},
        [],
        '',
        true,
      ];
      expect(new Set(parts.map((part) => keys.keyOf('n', part))).size).toBe(parts.length);
    },
  );

  test(
    'does not let the parts be read from the key',
    { meta: { promise: 'CacheKeys.keyOf#remarks:3', revision: 'dd4dbf51' } },
    () => {
      const key = keys.keyOf('answers', { prompt: 'a secret of the customer', n: 12_345 });
      expect(key).not.toMatch(/secret|customer|prompt|12345/);
      expect(Buffer.from(key.split(':')[1]!, 'hex').toString('latin1')).not.toMatch(
        /secret|customer|prompt|12345/,
      );
    },
  );

  test.each(['', 'a b', 'x'.repeat(101)])(
    'throws InvalidKeyError for the namespace %j',
    { meta: { promise: 'CacheKeys.keyOf#throws:InvalidKeyError', revision: 'f116694b' } },
    (namespace) => {
      expect(() => keys.keyOf(namespace, 1)).toThrow(InvalidKeyError);
    },
  );
});
