import { execFileSync } from 'node:child_process';
import { format, inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Vouch runs this worker, so its environment is observed.

beforeEach(() => void vi.stubEnv('VOUCH_TEST_VALUE', 'a'));

afterEach(() => void vi.unstubAllEnvs());

test('is one object', () => {
  expect(process.env).toBe(process.env);
  expect(globalThis.process.env).toBe(process.env);
});

test('converts values to strings', () => {
  const env = process.env as Record<string, unknown>;
  env['VOUCH_TEST_VALUE'] = 1;
  expect(env['VOUCH_TEST_VALUE']).toBe('1');
  env['VOUCH_TEST_VALUE'] = undefined;
  expect(env['VOUCH_TEST_VALUE']).toBe('undefined');
});

test('accepts descriptors as Node does', () => {
  const value = { value: 'b', writable: true, enumerable: true, configurable: true };
  Object.defineProperty(process.env, 'VOUCH_TEST_VALUE', value);
  expect(Object.getOwnPropertyDescriptor(process.env, 'VOUCH_TEST_VALUE')).toEqual(value);
  expect(() => Object.defineProperty(process.env, 'VOUCH_TEST_VALUE', { value: 'c' })).toThrow(
    'only accepts a configurable, writable, and enumerable data descriptor',
  );
});

test('lists and deletes variables', () => {
  expect('VOUCH_TEST_VALUE' in process.env).toBe(true);
  expect(Object.hasOwn(process.env, 'VOUCH_TEST_VALUE')).toBe(true);
  expect(delete process.env['VOUCH_TEST_VALUE']).toBe(true);
  expect('VOUCH_TEST_VALUE' in process.env).toBe(false);
  expect(process.env['VOUCH_TEST_VALUE']).toBeUndefined();
  expect(Object.keys(process.env)).not.toContain('VOUCH_TEST_VALUE');
});

test('has the members of objects, and no symbols', () => {
  expect(Object.prototype.hasOwnProperty.call(process.env, 'VOUCH_TEST_VALUE')).toBe(true);
  expect(Object.prototype.toString.call(process.env)).toBe('[object Object]');
  expect(Reflect.get(process.env, Symbol.iterator)).toBeUndefined();
  expect(() => Reflect.set(process.env, Symbol('a'), 'b')).toThrow(
    'Cannot convert a Symbol value to a string',
  );
});

test('cannot be frozen', () => {
  expect(() => Object.freeze(process.env)).toThrow(TypeError);
  expect(Object.isExtensible(process.env)).toBe(true);
});

test('can be copied', () => {
  const copies = [
    { ...process.env },
    Object.fromEntries(Object.entries(process.env)),
    Object.assign({}, process.env),
  ];
  for (const copy of copies)
    expect(Object.keys(copy).toSorted()).toEqual(Object.keys(process.env).toSorted());
  expect(JSON.stringify(process.env, ['VOUCH_TEST_VALUE'])).toBe('{"VOUCH_TEST_VALUE":"a"}');
});

test('is printed as an object, and not as a proxy', () => {
  expect(inspect(process.env)).toBe(inspect({ ...process.env }));
  expect(format('%o', process.env)).toContain(`VOUCH_TEST_VALUE: 'a'`);
});

test('is passed to programs', () => {
  const args = ['-e', 'process.stdout.write(String(process.env.VOUCH_TEST_VALUE))'];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('a');
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', env: {} })).toBe('undefined');
});
