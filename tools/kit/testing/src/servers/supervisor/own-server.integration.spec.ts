import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test as base, vi } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { connect } from '../postgres/connect.ts';
import { startEphemeralServer } from '../acquire/ephemeral-server.ts';
import { leftovers, tracesIn } from '../../../proof/kill/leftovers.ts';
import { isAlive } from '../process/identity.ts';

const test = base
  .extend('workspace', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-own-workspace-'));
    onCleanup(() => rm(folder, { recursive: true }));
    return folder;
  })
  /** A temporary folder that only this spec uses, so all files in it are its own. */
  .extend('machine', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-own-'));
    vi.stubEnv('TMPDIR', folder);
    onCleanup(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true, force: true });
    });
    return folder;
  });

async function answers(url: string): Promise<boolean> {
  await using connection = await connect(url);
  return (await connection.query('SELECT 1')).length === 1;
}

describe('a server that a test starts', { tags: ['slow'] }, () => {
  test('is an unchanged PostgreSQL, and is removed once it is stopped', async ({ machine }) => {
    const server = await startEphemeralServer();
    const traces = tracesIn(machine);
    expect(traces.folders).toHaveLength(1);
    expect([await answers(server.url), await answers(server.socketUrl)]).toEqual([true, true]);
    await using connection = await connect(server.url);
    expect(await connection.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'vouch%'")).toEqual([]);
    await connection.end();
    await server.stop();
    await eventually(() => expect(leftovers(machine, traces)).toEqual([]));
  });

  test('ends with the signal of a test, while the process continues', async ({ machine }) => {
    const controller = new AbortController();
    await startEphemeralServer({ signal: controller.signal });
    const traces = tracesIn(machine);
    controller.abort();
    await eventually(() => expect(leftovers(machine, traces)).toEqual([]));
    await expect(startEphemeralServer({ signal: controller.signal })).rejects.toThrow('aborted');
  });

  test('ends even if its supervisor was killed', async ({ machine }) => {
    const server = await startEphemeralServer();
    const traces = tracesIn(machine);
    const [supervisor] = traces.supervisors;
    process.kill(supervisor!.pid, 'SIGKILL');
    await eventually(() => expect(isAlive(supervisor!)).toBe(false));
    await server.stop();
    await eventually(() => expect(leftovers(machine, traces)).toEqual([]));
  });

  test.for([
    ['times out half-way', 'await new Promise(() => undefined);'],
    ['kills its worker', "process.kill(process.pid, 'SIGKILL');"],
  ] as const)('is removed with the run when its test %s', async ([, body], { workspace, machine }) => {
    const run = await startRun(workspace, body);
    const ended = once(run, 'exit');
    await eventually(() => expect(tracesIn(machine).folders).toHaveLength(1));
    const traces = tracesIn(machine);
    expect((await ended)[0]).toBe(1);
    await eventually(() => expect(leftovers(machine, traces)).toEqual([]));
  });
});

/** Starts Vitest with one test that holds a server. */
async function startRun(folder: string, body: string) {
  const nodeModules = fileURLToPath(new URL('../../../../../../node_modules', import.meta.url));
  const from = new URL('../acquire/ephemeral-server.ts', import.meta.url).pathname;
  const spec = `
    import { test } from 'vitest';
    import { startEphemeralServer } from ${JSON.stringify(from)};
    test('holds a server', async () => { await using server = await startEphemeralServer(); ${body} });`;
  await symlink(nodeModules, join(folder, 'node_modules'));
  await writeFile(join(folder, 'holding.spec.ts'), spec);
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default { test: { testTimeout: 4_000 } };');
  return spawn(process.execPath, [join(nodeModules, 'vitest/vitest.mjs'), 'run'], {
    ...{ cwd: folder, stdio: 'ignore' },
  });
}
