import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Check } from './check.ts';
import { runCheck } from './run-check.ts';

const root = import.meta.dirname;

describe('a check', { tags: ['slow'] }, () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue(undefined));
  afterEach(() => void vi.restoreAllMocks());
  const said = () => vi.mocked(console.log).mock.calls.flat().join('\n');
  const check = (program: string): Check => ({
    ...{ name: 'order', title: 'order', how: [process.execPath, '-e', program], fix: 'npm run tidy' },
  });

  test('that passes prints one line', async () => {
    expect(await runCheck(root, check('console.log("much")'))).toBe(true);
    expect(said()).toMatch(/✓.*order/);
    expect(said()).not.toContain('much');
  });

  test('that fails prints its output and the command that fixes it', async () => {
    expect(await runCheck(root, check('console.error("untidy"); process.exitCode = 1'))).toBe(false);
    expect(said()).toMatch(/✗.*order/);
    expect(said()).toContain('untidy\n\nTo fix it: npm run tidy');
  });

  test('that is a function prints the problems it returns', async () => {
    const how = async () => ['one', 'another'];
    expect(await runCheck(root, { name: 'order', title: 'order', how, fix: 'npm run tidy' })).toBe(false);
    expect(said()).toContain('one\nanother\nTo fix it: npm run tidy');
    expect(await runCheck(root, { name: 'order', title: 'order', how: async () => [], fix: '' })).toBe(true);
  });
});
