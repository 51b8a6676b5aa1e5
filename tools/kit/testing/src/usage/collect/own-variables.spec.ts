import { afterEach, expect, test, vi } from 'vitest';
import { OwnVariables } from './own-variables.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a variable that a test has set belongs to the test until it is restored', () => {
  const own = new OwnVariables();
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  own.written('VOUCH_TEST_OWN', undefined, 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
  vi.stubEnv('VOUCH_TEST_OWN', undefined);
  own.written('VOUCH_TEST_OWN', 'a', undefined);
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
});

test('even if the test has set the value that it had', () => {
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  const own = new OwnVariables();
  own.written('VOUCH_TEST_OWN', 'a', 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
});

test('undetected writes show in the value', () => {
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  const own = new OwnVariables();
  vi.stubEnv('VOUCH_TEST_OWN', undefined);
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(true);
  vi.stubEnv('VOUCH_TEST_OWN', 'b');
  own.written('VOUCH_TEST_OWN', 'a', 'b');
  vi.stubEnv('VOUCH_TEST_OWN', 'a');
  expect(own.isOwn('VOUCH_TEST_OWN')).toBe(false);
});

test('a variable that a test passed to a program never belongs to the environment', () => {
  const own = new OwnVariables((name) => name === 'GIVEN');
  expect(own.isOwn('GIVEN')).toBe(true);
  expect(own.isOwn('OTHER')).toBe(false);
});
