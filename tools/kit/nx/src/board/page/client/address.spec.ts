import fc from 'fast-check';
import { expect, test } from 'vitest';
import { promiseStates } from '../../board.ts';
import { formatHash, parseHash } from './address.ts';
import { noFilter } from './filter.ts';

test('the whole board has no hash', () => {
  expect(formatHash({ filter: noFilter })).toBe('');
  expect(parseHash('')).toEqual({ filter: noFilter });
});

test('a hash is readable', () => {
  const filter = {
    ...noFilter,
    states: ['failing', 'stale'] as const,
    component: 'cache',
    notAt: 'integration',
  };
  expect(formatHash({ filter, opened: 'Cache.get#throws:InvalidKeyError' })).toBe(
    '#state=failing,stale&component=cache&notAt=integration&promise=Cache.get%23throws:InvalidKeyError',
  );
});

test('states that do not exist are ignored', () => {
  expect(parseHash('#state=stale,none,__proto__').filter.states).toEqual(['stale']);
});

test('each address is read as it was written', () => {
  const text = fc.string({ unit: 'grapheme' });
  const filter = fc.record({
    states: fc.subarray([...promiseStates]),
    component: text,
    at: text,
    notAt: text,
    text,
  });
  const address = fc.record({ filter, opened: text }, { requiredKeys: ['filter'] });
  fc.assert(
    fc.property(address, (each) => {
      expect(parseHash(formatHash(each))).toEqual(each);
    }),
  );
});
