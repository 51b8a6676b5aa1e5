import { expect, test } from 'vitest';
import { findLockfileFaults } from './find-lockfile-faults.ts';

const hashed = { integrity: 'sha512-…' };

test('a lockfile of hashes alone has no fault, links and the root included', () => {
  const packages = {
    '': {},
    'libs/x': {},
    'node_modules/@acme/x': { link: true, resolved: 'libs/x' },
    'node_modules/a': hashed,
  };
  expect(findLockfileFaults(packages, {})).toEqual([]);
});

test.each([
  ['an address', { ...hashed, resolved: 'https://registry.example/a.tgz' }, 'holds the address'],
  ['a missing hash', {}, 'has no hash'],
  ['an unknown install script', { ...hashed, hasInstallScript: true }, 'a has an install script'],
])('%s is a fault', (_, entry, message) => {
  expect(findLockfileFaults({ 'node_modules/b/node_modules/a': entry }, {})).toEqual([
    expect.stringContaining(message),
  ]);
});

test('a known install script is none', () => {
  const packages = { 'node_modules/a': { ...hashed, hasInstallScript: true } };
  expect(findLockfileFaults(packages, { a: 'for a reason' })).toEqual([]);
});
