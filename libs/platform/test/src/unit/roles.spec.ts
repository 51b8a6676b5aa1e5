import { isAtLeast, type Role, roles } from '@acme/platform-contract';
import { describe, expect, test } from 'vitest';

describe('isAtLeast', () => {
  test.each<[Role, Role, boolean]>([
    ['viewer', 'viewer', true],
    ['viewer', 'member', false],
    ['admin', 'member', true],
    ['owner', 'owner', true],
    ['admin', 'owner', false],
  ])(
    '%s is at least %s: %s',
    { meta: { promise: 'isAtLeast#returns', revision: 'e1141038' } },
    (role, needed, expected) => {
      expect(isAtLeast(role, needed)).toBe(expected);
    },
  );

  test('ranks every role above the ones before it', () => {
    const ranked = roles.map((role) => roles.filter((needed) => isAtLeast(role, needed)).length);
    expect(ranked).toEqual([1, 2, 3, 4]);
  });
});
