import { describe, expect, test } from 'vitest';
import { databaseName, leaseOf, lockNumber, scratchName, templateName, templatePattern } from './names.ts';

const [lease, hash] = ['fedcba98', '0123456789abcdef0123456789abcdef'];

describe('the names that the kit creates on a server', () => {
  test('contain the lease', () => {
    expect(leaseOf(databaseName(lease, 3))).toBe(lease);
    expect(leaseOf(scratchName(lease, hash))).toBe(lease);
  });

  test.each([templateName(hash), 'vouch_kept_fedcba98_3', 'vouch_dev', 'postgres', 'my_vouch_fedcba98_1'])(
    'contain no lease: %s',
    (name) => {
      expect(leaseOf(name)).toBeUndefined();
    },
  );

  test('identify templates', () => {
    expect(templatePattern.test(templateName(hash))).toBe(true);
    expect(templatePattern.test(scratchName(lease, hash))).toBe(false);
  });

  test('fit PostgreSQL: 63 bytes a name, 32 signed bits a lock', () => {
    expect(scratchName(lease, hash).length).toBeLessThan(64);
    expect(lockNumber('ffffffff')).toBe(-1);
    expect(lockNumber(lease)).toBeGreaterThanOrEqual(-(2 ** 31));
  });
});
