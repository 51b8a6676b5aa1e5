import { describe, expect, test } from 'vitest';
import { killOnce } from './kill-once.ts';
import { someKillCases } from './kill-case.ts';

/** `npm run bench -- kill` runs all of them. */
describe('a killed run', { tags: ['slow'] }, () => {
  test.for(someKillCases())('leaves nothing behind: $signal to $victim at $stage', async (kill) => {
    expect((await killOnce(kill)).left).toEqual([]);
  });

  test('is inspected for leftovers: existing ones are found', async () => {
    const kill = { signal: 'SIGINT', victim: 'main', stage: 'test' } as const;
    const { left } = await killOnce(kill, { limit: 0 });
    expect(left.join('\n')).toMatch(/supervisor \d+/);
    expect(left.join('\n')).toMatch(/folder .*vouch-.*-run-/);
    expect(left.join('\n')).toMatch(/process \d+: .*postgres/);
  });
});
