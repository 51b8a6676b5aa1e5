import { expect, test } from 'vitest';
import { readOptions, usage } from './read-options.ts';

test('a component is proven incrementally by default', () => {
  expect(readOptions(['billing'])).toEqual({ component: 'billing', incremental: true, help: false });
  expect(readOptions(['billing', '--no-incremental'])).toMatchObject({ incremental: false });
  expect(readOptions(['--help'])).toMatchObject({ help: true });
});

test.each([
  [[], 'No component given. Expected its name'],
  [['billing', 'alerts'], 'Unexpected argument "alerts"'],
  [['billing', '--fast'], "Unknown option '--fast'"],
])('%j is rejected with the usage', (args, problem) => {
  expect(() => readOptions(args)).toThrow(`${problem}.\n\n${usage}`);
});
