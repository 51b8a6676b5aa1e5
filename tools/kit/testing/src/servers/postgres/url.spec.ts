import { describe, expect, test } from 'vitest';
import { urlFor, withoutPassword } from './url.ts';

describe('the URL of another database on the same server', () => {
  test('keeps all other parts', () => {
    expect(urlFor('postgres://me:pw@h:1/x?sslmode=disable', 'y z')).toBe(
      'postgres://me:pw@h:1/y%20z?sslmode=disable',
    );
  });

  test('has another role if one is given', () => {
    expect(urlFor('postgres://me:pw@h:1/x', 'y', { name: 'app', password: 'a/b' })).toBe(
      'postgres://app:a%2Fb@h:1/y',
    );
  });
});

describe('a printable connection string', () => {
  test.each([
    ['postgres://me:s3cret@h/x', 'postgres://me:***@h/x'],
    ['postgres://me@h/x?password=s3cret', 'postgres://me@h/x?password=***'],
    ['postgres://me@h/x', 'postgres://me@h/x'],
    ['//me:s3cret@h', '(not a URL)'],
    ['me:s3cret@h', '(not a URL)'],
    ['postgres:me:s3cret@h', '(not a URL)'],
  ])('of %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});
