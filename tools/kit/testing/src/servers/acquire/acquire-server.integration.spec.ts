import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test as base, vi } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { acquireServer } from './acquire-server.ts';
import { connect } from '../postgres/connect.ts';
import { startEphemeralServer } from './ephemeral-server.ts';
import { leftovers, tracesIn } from '../../../proof/kill/leftovers.ts';
import { allServerFolders } from '../supervisor/server-folder.ts';

/** An existing server, as on a machine where PostgreSQL is installed. */
const test = base.extend('existing', { scope: 'file' }, async ({}, { onCleanup }) => {
  const server = await startEphemeralServer();
  onCleanup(server.stop);
  const { host, port, password } = new URL(server.url);
  return { url: server.url, host, port, password };
});

const nowhere = { PGPORT: '1', DOCKER_HOST: 'unix:///nonexistent/docker.sock' };

async function databasesOn(url: string): Promise<string[]> {
  await using connection = await connect(url);
  const rows = await connection.query<{ name: string }>('SELECT datname AS name FROM pg_database ORDER BY 1');
  return rows.map(({ name }) => name);
}

describe('the sources', () => {
  test('uses the server in TEST_DATABASE_URL', async ({ existing }) => {
    await using server = await acquireServer({ ...nowhere, TEST_DATABASE_URL: existing.url });
    expect(server.source).toBe('url');
    expect(server.line).toMatch(
      new RegExp(`^PostgreSQL \\S+ · url at postgres://postgres:\\*\\*\\*@${existing.host}/postgres$`),
    );
  });

  test('uses a local server that accepts the login', async ({ existing: { port, password } }) => {
    await using server = await acquireServer({ ...nowhere, PGPORT: port, PGPASSWORD: password });
    expect(server.source).toBe('local');
    expect(server.line).toContain('(no TEST_DATABASE_URL)');
  });

  test('falls back to the embedded server, and gives the reasons', async () => {
    await using server = await acquireServer(nowhere);
    expect(server.source).toBe('embedded');
    expect(server.line).toContain(
      '(no TEST_DATABASE_URL; no server at 127.0.0.1:1; no container engine at unix:///nonexistent/docker.sock)',
    );
  });

  test('reports a local server that rejects the login', async ({ existing: { port } }) => {
    await using server = await acquireServer({ ...nowhere, PGPORT: port, PGPASSWORD: 'guess' });
    expect(server.line).toContain(`the server at 127.0.0.1:${port} rejects the login`);
  });

  test('uses only the source in TEST_DATABASE', async ({ existing }) => {
    const env = { ...nowhere, TEST_DATABASE: 'embedded', TEST_DATABASE_URL: existing.url };
    await using server = await acquireServer(env);
    expect(server.source).toBe('embedded');
  });

  test('leaves no databases on an existing server', async ({ existing }) => {
    const before = await databasesOn(existing.url);
    const server = await acquireServer({ TEST_DATABASE_URL: existing.url });
    const template = await server.template({ key: 'x', build: async () => undefined });
    await template.clone();
    expect(await databasesOn(existing.url)).toHaveLength(before.length + 2);
    await server.release();
    await eventually(async () => expect(await databasesOn(existing.url)).toEqual(before));
  });

  test('does not probe again in a child process', async ({ existing }) => {
    const env = { ...nowhere, TEST_DATABASE_URL: existing.url };
    await using first = await acquireServer(env);
    await using second = await acquireServer({ ...env, ...first.environment });
    expect(second.url).toBe(first.url);
    expect(JSON.stringify(first.environment)).not.toContain(existing.password);
  });

  test('probes again in a child process with other settings', async ({ existing }) => {
    await using first = await acquireServer({ ...nowhere, TEST_DATABASE_URL: existing.url });
    await using second = await acquireServer({ ...nowhere, ...first.environment });
    expect(second.source).toBe('embedded');
  });
});

describe('a requested server that is not available', () => {
  test.for([
    [{ TEST_DATABASE: 'url' }, 'wrong-setting', 'TEST_DATABASE=url requires TEST_DATABASE_URL'],
    [{ TEST_DATABASE: 'local' }, 'no-server', 'No server listens at 127.0.0.1:1'],
    [{ TEST_DATABASE: 'local', PGHOST: 'db.example.com' }, 'no-server', 'not this machine'],
    [{ TEST_DATABASE: 'container' }, 'no-server', 'No container engine runs at'],
    [{ TEST_DATABASE: 'sqlite' }, 'wrong-setting', 'url, local, container, embedded'],
    [
      { TEST_DATABASE_URL: 'postgres://me:pw@127.0.0.1:1/x' },
      'no-server',
      'No server listens at 127.0.0.1:1',
    ],
    [{ TEST_DATABASE_URL: 'postgres://me:pw@db.example.com/x' }, 'looks-like-production', 'ALLOW_TESTS'],
  ] as const)('%j: %s', async ([env, code, words]) => {
    await expect(acquireServer({ ...nowhere, ...env })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  test('a wrong password', async ({ existing: { host } }) => {
    const env = { TEST_DATABASE_URL: `postgres://postgres:s3cret@${host}/postgres` };
    await expect(acquireServer(env)).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.not.stringContaining('s3cret') as string,
    });
  });

  test('a user who cannot create databases', async ({ existing }) => {
    await using admin = await connect(existing.url);
    await admin.query("CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
    const env = { TEST_DATABASE_URL: `postgres://clerk:clerk@${existing.host}/postgres` };
    await expect(acquireServer(env)).rejects.toMatchObject({
      code: 'no-permission',
      fix: expect.stringContaining('ALTER ROLE "clerk" CREATEDB CREATEROLE BYPASSRLS') as string,
    });
  });

  test('a server that is too old', async ({ existing }) => {
    await using admin = await connect(existing.url);
    await admin.query(pretendsToBeOld);
    const env = { TEST_DATABASE_URL: `postgres://elder:elder@${existing.host}/postgres` };
    await expect(acquireServer(env)).rejects.toMatchObject({
      code: 'wrong-version',
      what: expect.stringContaining('is PostgreSQL 14.9; 15 or newer is needed') as string,
    });
  });

  test('a server without free connections', async ({ existing }) => {
    await using admin = await connect(existing.url);
    await admin.query("CREATE ROLE latecomer LOGIN CONNECTION LIMIT 0 PASSWORD 'latecomer'");
    const env = { TEST_DATABASE_URL: `postgres://latecomer:latecomer@${existing.host}/postgres` };
    await expect(acquireServer(env)).rejects.toMatchObject({ code: 'too-many-connections' });
  });

  test('works for a user who is no superuser, after the fix', async ({ signal }) => {
    await using own = await startEphemeralServer({ signal });
    await using admin = await connect(own.url);
    await admin.query("CREATE ROLE foreman LOGIN CREATEDB CREATEROLE BYPASSRLS PASSWORD 'foreman'");
    const url = `postgres://foreman:foreman@${new URL(own.url).host}/postgres`;
    await using server = await acquireServer({ TEST_DATABASE_URL: url });
    const template = await server.template({ key: 'foreman', build: async () => undefined });
    await using database = await template.clone();
    await using app = await connect(database.appUrl);
    expect(await app.query('SELECT current_user::text AS me')).toEqual([{ me: 'vouch_app' }]);
  });

  test('roles with too many rights', async ({ signal }) => {
    await using own = await startEphemeralServer({ signal });
    await using admin = await connect(own.url);
    await admin.query('CREATE ROLE vouch_app SUPERUSER');
    await expect(acquireServer({ TEST_DATABASE_URL: own.url })).rejects.toMatchObject({
      code: 'no-permission',
      fix: expect.stringContaining('ALTER ROLE vouch_app NOSUPERUSER') as string,
    });
  });

  test(
    'is reported to all waiting processes, and leaves no files',
    { tags: ['slow'] },
    async ({ signal }) => {
      await using own = await startEphemeralServer({ signal });
      await using admin = await connect(own.url);
      await admin.query('CREATE ROLE vouch_app SUPERUSER');
      const temporary = await mkdtemp(join(tmpdir(), 'vouch-tried-'));
      vi.stubEnv('TMPDIR', temporary);
      onTestFinished(() => void vi.unstubAllEnvs());
      const tries = [1, 2, 3].map(() => acquireServer({ TEST_DATABASE_URL: own.url }));
      const rejected = { status: 'rejected', reason: { code: 'no-permission' } };
      expect(await Promise.allSettled(tries)).toMatchObject([rejected, rejected, rejected]);
      await eventually(async () => expect(await allServerFolders()).toEqual([]));
      await eventually(() => expect(leftovers(temporary, tracesIn(temporary))).toEqual([]));
      await rm(temporary, { recursive: true });
    },
  );

  test('an engine that accepts a connection and never answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-engine-'));
    const socket = join(folder, 'engine.sock');
    const engine = createServer((connection) => connection.resume());
    await new Promise<void>((done) => engine.listen(socket, done));
    const env = { ...nowhere, DOCKER_HOST: `unix://${socket}` };
    await expect(acquireServer({ ...env, TEST_DATABASE: 'container' })).rejects.toMatchObject({
      code: 'engine-silent',
    });
    await using server = await acquireServer(env);
    expect(server.line).toContain('does not answer');
    await new Promise((done) => engine.close(done));
    await rm(folder, { recursive: true });
  });
});

/** A schema that comes before pg_catalog in this user's search path and fakes an old version. */
const pretendsToBeOld = `
  CREATE SCHEMA old;
  CREATE FUNCTION old.current_setting(name text) RETURNS text LANGUAGE sql AS $$ SELECT CASE name
    WHEN 'server_version' THEN '14.9' WHEN 'server_version_num' THEN '140009'
    ELSE pg_catalog.current_setting(name) END $$;
  CREATE ROLE elder LOGIN PASSWORD 'elder';
  GRANT USAGE ON SCHEMA old TO elder;
  ALTER ROLE elder SET search_path = old, pg_catalog`;
