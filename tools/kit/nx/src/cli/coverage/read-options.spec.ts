import { describe, expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

describe('the options of npm run coverage', () => {
  test('are off by default', () => {
    expect(readOptions([])).toEqual({ report: false, missing: undefined, help: false });
  });

  test('are read', () => {
    expect(readOptions(['--report'])).toMatchObject({ report: true });
    expect(readOptions(['--missing', 'libs/cache'])).toMatchObject({ missing: 'libs/cache' });
  });

  test('that do not exist are rejected with a list of valid ones', () => {
    expect(() => readOptions(['--repport'])).toThrow(/--repport.*\n[^]*npm run coverage -- \[--report\]/);
  });
});
