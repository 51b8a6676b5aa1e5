import { expect, test } from 'vitest';
import { findLockfileProblems } from './find-lockfile-problems.ts';

const hashed = { integrity: 'sha512-…' };

test('a lockfile with only hashes, links and the root has no problem', () => {
  const packages = {
    '': {},
    'libs/x': {},
    'node_modules/@acme/x': { link: true, resolved: 'libs/x' },
    'node_modules/a': hashed,
  };
  expect(findLockfileProblems(packages, {})).toEqual([]);
});

test.each([
  ['an address', { ...hashed, resolved: 'https://registry.example/a.tgz' }, 'contains the address'],
  ['a missing hash', {}, 'has no hash'],
  ['an unknown install script', { ...hashed, hasInstallScript: true }, 'a has an install script'],
])('%s is a problem', (_, entry, message) => {
  expect(findLockfileProblems({ 'node_modules/b/node_modules/a': entry }, {})).toEqual([
    expect.stringContaining(message),
  ]);
});

test('a known install script is not a problem', () => {
  const packages = { 'node_modules/a': { ...hashed, hasInstallScript: true } };
  expect(findLockfileProblems(packages, { a: 'for a reason' })).toEqual([]);
});
