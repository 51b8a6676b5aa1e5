import { describe, expect, test } from 'vitest';
import { parseUrl } from './parse-url.ts';
import { refuseProduction } from './refuse-production.ts';

describe('the servers that tests may write to', () => {
  test.each([
    'postgres://me@127.0.0.1/app',
    'postgres://me@localhost:5433/app',
    'postgres://me@[::1]/app',
    'postgres://me@localhost/app?host=/var/run/postgresql',
    'postgres://me@db.example.com/app_test',
    'postgres://me@test-db.example.com/app',
    'postgres://me@db.testing.example.com/app',
  ])('takes %s', (url) => {
    expect(() => {
      refuseProduction(parseUrl(url), undefined);
    }).not.toThrow();
  });

  test.each([
    'postgres://me@db.example.com/app',
    'postgres://me@10.0.0.7/app',
    'postgres://me@db.example.com/latest',
    'postgres://me@db.example.com/contest',
    'postgres://me@127.0.0.1.example.com/app',
    'postgres://me@localhost/app?host=db.example.com',
    'postgres://me@localhost/app_production',
    'postgres://me@test.example.com/prod',
  ])('refuses %s', (url) => {
    expect(() => {
      refuseProduction(parseUrl(url), undefined);
    }).toThrow('Tests refuse to run on');
  });

  test('names the variable that allows the host, with its value', () => {
    expect(() => {
      refuseProduction(parseUrl('postgres://me@db.example.com/app'), undefined);
    }).toThrow('ALLOW_TESTS_TO_DESTROY_DATA_ON=db.example.com');
  });

  test('allows exactly the named host', () => {
    const target = parseUrl('postgres://me@db.example.com/app');
    expect(() => {
      refuseProduction(target, 'db.example.com');
    }).not.toThrow();
    expect(() => {
      refuseProduction(target, 'other.example.com');
    }).toThrow('ALLOW_TESTS_TO_DESTROY_DATA_ON=db.example.com');
  });

  test('does not print the password', () => {
    expect(() => {
      refuseProduction(parseUrl('postgres://me:s3cret@db.example.com/app'), undefined);
    }).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cret') as string }) as Error,
    );
  });
});
