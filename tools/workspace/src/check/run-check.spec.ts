import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCheck } from './run-check.ts';

describe('a check', { tags: ['slow'] }, () => {
  beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue(undefined));
  afterEach(() => void vi.restoreAllMocks());
  const said = () => vi.mocked(console.log).mock.calls.flat().join('\n');
  const check = (program: string) => ({
    ...{ name: 'order', command: [process.execPath, '-e', program], mend: 'npm run tidy' },
  });

  test('that passes says so in one line', () => {
    expect(runCheck(check('console.log("much")'))).toBe(true);
    expect(said()).toMatch(/✓.*order/);
    expect(said()).not.toContain('much');
  });

  test('that fails shows what it said, and what mends it', () => {
    expect(runCheck(check('console.error("untidy"); process.exitCode = 1'))).toBe(false);
    expect(said()).toMatch(/✗.*order/);
    expect(said()).toContain('untidy\n\nTo mend it: npm run tidy');
  });
});
