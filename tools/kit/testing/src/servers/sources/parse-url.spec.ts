import { describe, expect, test } from 'vitest';
import { parseUrl } from './parse-url.ts';

describe('the target of a connection string', () => {
  test('follows the driver: ?host= overrides the authority', () => {
    expect(parseUrl('postgres://me:pw@localhost/app?host=db.example.com')).toEqual({
      url: 'postgres://me:pw@db.example.com:5432/app',
      host: 'db.example.com',
      database: 'app',
    });
  });

  test('can be a socket', () => {
    const { url, host } = parseUrl('postgres://me@localhost:5433/app?host=/run/pg');
    expect(host).toBe('/run/pg');
    expect(url).toBe('postgres://me@localhost:5433/app?host=%2Frun%2Fpg');
    expect(parseUrl(url).host).toBe('/run/pg');
  });

  test('keeps other parameters, and special characters in passwords', () => {
    expect(parseUrl('postgresql://me:p%40ss%2Fword@[::1]:1234/app?sslmode=disable').url).toBe(
      'postgres://me:p%40ss%2Fword@[::1]:1234/app?sslmode=disable',
    );
  });

  test.each(['mysql://me@localhost/app', 'localhost:5432', '', 'postgres://me@localhost:notaport/x'])(
    'refuses %j',
    (text) => {
      expect(() => parseUrl(text)).toThrow('Write it as postgres://');
    },
  );

  test('does not print the password of a rejected string', () => {
    expect(() => parseUrl('mysql://me:s3cret@localhost/app')).toThrow('mysql://me:***@localhost/app');
  });
});
