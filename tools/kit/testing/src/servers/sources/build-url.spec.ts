import { expect, test } from 'vitest';
import { buildUrl } from './build-url.ts';

test('a URL is built from its parts, with special characters escaped', () => {
  expect(buildUrl({ host: '/tmp', port: 5432, user: 'a b', database: 'x/y' })).toBe(
    'postgres://a%20b@localhost:5432/x%2Fy?host=%2Ftmp',
  );
});
