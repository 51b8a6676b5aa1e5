import { killOnce } from '@vouch/testing/proof/kill';
import { describe, expect, test } from 'vitest';
import { nxWorkspace, startNxIn } from './nx-run.ts';

/** All of them run with `npm run bench -- kill`. */
describe('a killed run that Nx started', { tags: ['slow'] }, () => {
  test.for([
    { signal: 'SIGINT', victim: 'nx', stage: 'start' },
    { signal: 'SIGKILL', victim: 'nx', stage: 'template' },
    { signal: 'SIGTERM', victim: 'nx', stage: 'test' },
    { signal: 'SIGKILL', victim: 'main', stage: 'test' },
    { signal: 'SIGHUP', victim: 'group', stage: 'clean-up' },
  ] as const)('leaves nothing behind: $signal to $victim at $stage', async (kill) => {
    using workspace = nxWorkspace();
    expect((await killOnce(kill, { start: startNxIn(workspace) })).left).toEqual([]);
  });
});
