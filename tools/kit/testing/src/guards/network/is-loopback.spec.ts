import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { allowNetworkTo, isAllowedHost } from './is-loopback.ts';

test.each([
  ...[
    'localhost',
    'LOCALHOST',
    'api.localhost',
    '127.0.0.1',
    '127.8.8.8',
    '::1',
    '[::1]',
    '0.0.0.0',
    hostname(),
  ],
  ...['::ffff:127.0.0.1', undefined],
])('%s is this machine', (host) => {
  expect(isAllowedHost(host)).toBe(true);
});

test.each([
  'example.com',
  'localhost.example.com',
  '10.0.0.1',
  '192.168.0.1',
  '128.0.0.1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
])('%s is not', (host) => {
  expect(isAllowedHost(host)).toBe(false);
});

test('a host can be allowed', () => {
  allowNetworkTo('Database.allowed.test');
  expect(isAllowedHost('database.allowed.test')).toBe(true);
});
