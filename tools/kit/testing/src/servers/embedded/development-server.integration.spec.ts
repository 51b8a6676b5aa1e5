import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test as base } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { connect } from '../postgres/connect.ts';
import { type DevelopmentServerOptions, startDevelopmentServer } from './development-server.ts';
import { runsOn } from '../process/server-process.ts';
import { postmasterPid } from './postmaster.ts';

// The tests share one data directory, because creating it is the slowest step.
const test = base.extend('dataDirectory', { scope: 'file' }, async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-development-'));
  await chmod(folder, 0o755);
  onCleanup(() => rm(folder, { recursive: true, force: true }));
  return folder;
});

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  await using connection = await connect(url);
  return await connection.query<Row>(sql);
}

// Each server writes through to the disk, which is slow if others do so at the same time.
describe('the development server', { tags: ['slow'] }, () => {
  test('keeps its data over a restart, until it is reset', async ({ dataDirectory }) => {
    {
      await using server = await startDevelopmentServer({ dataDirectory });
      await query(server.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    }
    {
      await using server = await startDevelopmentServer({ dataDirectory });
      expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    }
    await using server = await startDevelopmentServer({ dataDirectory, reset: true });
    expect(await query(server.url, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
  });

  test('writes through to the disk, listens on this machine only and requires a password', async ({
    dataDirectory,
  }) => {
    await using server = await startDevelopmentServer({ dataDirectory });
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const otherLogin = new URL(server.url);
    otherLogin.password = 'guess';
    await expect(connect(otherLogin.href)).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test('reports a port that is in use', async ({ dataDirectory }) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(startDevelopmentServer({ dataDirectory, port })).rejects.toMatchObject({
      code: 'port-taken',
    });
    other.close();
    await once(other, 'close');
    await using server = await startDevelopmentServer({ dataDirectory, port });
    expect(server.port).toBe(port);
  });

  test('refuses data that another server uses', async ({ dataDirectory }) => {
    await using _first = await startDevelopmentServer({ dataDirectory });
    await expect(startDevelopmentServer({ dataDirectory })).rejects.toMatchObject({
      code: 'data-in-use',
      message: expect.stringContaining(`process ${process.pid} runs a server`) as string,
    });
  });

  test('refuses data of another major version', async ({ dataDirectory }) => {
    const server = await startDevelopmentServer({ dataDirectory });
    await server.stop();
    const version = join(server.dataDirectory, 'PG_VERSION');
    onTestFinished(() => writeFile(version, '18\n'));
    await writeFile(version, '15\n');
    await expect(startDevelopmentServer({ dataDirectory })).rejects.toMatchObject({
      code: 'data-of-other-version',
      fix: expect.stringContaining('--reset') as string,
    });
  });

  test('starts with a stale postmaster.pid that names an unrelated process', async ({ dataDirectory }) => {
    const first = await startDevelopmentServer({ dataDirectory });
    const file = join(first.dataDirectory, 'postmaster.pid');
    const whileRunning = await readFile(file, 'utf8');
    await first.stop();
    await writeFile(file, whileRunning.replace(/^\d+/, String(process.pid)));
    await using second = await startDevelopmentServer({ dataDirectory });
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('ends with the process that started it, even after SIGKILL', async ({ dataDirectory }) => {
    const { data, pid } = await startAndDie({ dataDirectory });
    await eventually(() => expect(runsOn(pid, data)).toBe(false));
    expect(existsSync(join(data, 'PG_VERSION'))).toBe(true);
  });

  test('removes temporary data after SIGKILL, but not when it is stopped', async ({ dataDirectory }) => {
    const server = await startDevelopmentServer({ dataDirectory, temporary: true });
    await server.stop();
    expect(existsSync(join(server.dataDirectory, 'PG_VERSION'))).toBe(true);
    const { data } = await startAndDie({ dataDirectory, temporary: true });
    await eventually(() => expect([dataDirectory, data].filter(existsSync)).toEqual([]));
    await mkdir(dataDirectory, { mode: 0o755 });
  });
});

/** Starts a server in a process that is killed when the server is ready. */
async function startAndDie(options: DevelopmentServerOptions): Promise<{ data: string; pid: number }> {
  const program = `
    const { startDevelopmentServer } = await import(${JSON.stringify(new URL('./development-server.ts', import.meta.url).href)});
    const server = await startDevelopmentServer(${JSON.stringify(options)});
    console.log(server.dataDirectory);
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const data = (await text(child.stdout)).trim();
  return { data, pid: postmasterPid(data) ?? Number.NaN };
}
