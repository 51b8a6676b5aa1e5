import { expect, test } from 'vitest';
import { findLockfileProblems } from './find-lockfile-problems.ts';

const hashed = { integrity: 'sha512-…' };

test('a lockfile of hashes alone has no problem, links and the root included', () => {
  const packages = {
    '': {},
    'libs/x': {},
    'node_modules/@acme/x': { link: true, resolved: 'libs/x' },
    'node_modules/a': hashed,
  };
  expect(findLockfileProblems(packages, {})).toEqual([]);
});

test.each([
  ['an address', { ...hashed, resolved: 'https://registry.example/a.tgz' }, 'holds the address'],
  ['a missing hash', {}, 'has no hash'],
  ['an unknown install script', { ...hashed, hasInstallScript: true }, 'a has an install script'],
])('%s is a problem', (_, entry, message) => {
  expect(findLockfileProblems({ 'node_modules/b/node_modules/a': entry }, {})).toEqual([
    expect.stringContaining(message),
  ]);
});

test('a known install script is none', () => {
  const packages = { 'node_modules/a': { ...hashed, hasInstallScript: true } };
  expect(findLockfileProblems(packages, { a: 'for a reason' })).toEqual([]);
});
