import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ServerProblem } from '../model/server-problem.ts';
import { heldServers } from './held-servers.ts';
import type { ServerHold } from '../sources/acquire-first.ts';
import { holdForRun } from './hold-for-run.ts';

const variable = 'VOUCH_TEST_OF_HOLDS';

function holdable() {
  const release = vi.fn(async () => undefined);
  const hold: ServerHold = {
    line: 'Server 1.0 · here',
    identity: 'Server 1.0',
    environment: { [variable]: 'there' },
    release,
  };
  return { acquire: vi.fn(async () => hold), release };
}

describe('a run that needs a server', () => {
  beforeEach(() => {
    vi.stubGlobal('vouchHolds', new Map());
    vi.stubGlobal('vouchServers', new Map());
    vi.stubEnv(variable, '');
    vi.spyOn(console, 'log').mockReturnValue(undefined);
    vi.spyOn(console, 'error').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('takes one lease, prints the server, passes it to its workers, and releases it in the end', async () => {
    const { acquire, release } = holdable();
    const [giveBack, nothing] = await Promise.all([
      holdForRun('server', acquire),
      holdForRun('server', acquire),
    ]);
    expect(acquire).toHaveBeenCalledOnce();
    expect(console.log).toHaveBeenCalledExactlyOnceWith(' Server 1.0 · here');
    expect(process.env[variable]).toBe('there');
    expect(heldServers()).toEqual(new Map([['server', 'Server 1.0']]));
    await nothing();
    expect(release).not.toHaveBeenCalled();
    await giveBack();
    expect(release).toHaveBeenCalledOnce();
    expect(heldServers()).toEqual(new Map());
  });

  test('takes a new lease after the release, as the next run of --watch does', async () => {
    const { acquire } = holdable();
    for (const _ of [1, 2]) await (await holdForRun('server', acquire))();
    expect(acquire).toHaveBeenCalledTimes(2);
  });

  test('continues without a server, and reports the problem', async () => {
    const problem = new ServerProblem('no-server', 'No server.', 'Start one.');
    const giveBack = await holdForRun('server', () => Promise.reject(problem));
    expect(console.error).toHaveBeenCalledExactlyOnceWith('No server.\n  Start one.');
    await expect(giveBack()).resolves.toBeUndefined();
  });

  test('rethrows an error of the kit itself', async () => {
    await expect(holdForRun('server', () => Promise.reject(new Error('a mistake')))).rejects.toThrow(
      'a mistake',
    );
  });
});
