import { describe, expect, test } from 'vitest';
import { killOnce } from './kill-once.ts';
import { someKillCases } from './kill-case.ts';

/** All of them run with `npm run bench -- kill`. */
describe('a run that is killed', { tags: ['slow'] }, () => {
  test.for(someKillCases())('leaves nothing behind: $signal to $victim at $stage', async (kill) => {
    expect((await killOnce(kill)).left).toEqual([]);
  });

  test('is looked at closely: what is still there is seen', async () => {
    const kill = { signal: 'SIGINT', victim: 'main', stage: 'test' } as const;
    const { left } = await killOnce(kill, { limit: 0 });
    expect(left.join('\n')).toMatch(/supervisor \d+/);
    expect(left.join('\n')).toMatch(/folder .*vouch-.*-run-/);
    expect(left.join('\n')).toMatch(/process \d+: .*postgres/);
  });
});
