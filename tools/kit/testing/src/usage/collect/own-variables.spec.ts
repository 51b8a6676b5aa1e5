import { afterEach, expect, test, vi } from 'vitest';
import { OwnVariables } from './own-variables.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a variable that a test has set is its own until it is given back', () => {
  const own = new OwnVariables();
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  own.written('VOUCH_TEST_OWN', undefined, 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
  vi.stubEnv('VOUCH_TEST_OWN', undefined);
  own.written('VOUCH_TEST_OWN', 'a', undefined);
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
});

test('also where it has set the value that it had', () => {
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  const own = new OwnVariables();
  own.written('VOUCH_TEST_OWN', 'a', 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
});

test('writes that were not seen show in the value', () => {
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  const own = new OwnVariables();
  vi.stubEnv('VOUCH_TEST_OWN', undefined);
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
  vi.stubEnv('VOUCH_TEST_OWN', 'b');
  own.written('VOUCH_TEST_OWN', 'a', 'b');
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
});

test('a variable that was given to a program is never the environment’s', () => {
  const own = new OwnVariables((name) => name === 'GIVEN');
  expect(own.isOwn('GIVEN')).toBe(true);
  expect(own.isOwn('OTHER')).toBe(false);
});
