import { describe, expect, test as base } from 'vitest';
import { acquireServer } from './acquire-server.ts';
import { connect } from '../postgres/connect.ts';

const test = base
  .extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await acquireServer();
    onCleanup(server.release);
    return server;
  })
  .extend('template', { scope: 'file' }, async ({ server }) =>
    server.template({
      key: 'test-server.integration.spec: one table with rows of two tenants',
      build: (url) =>
        run(
          url,
          `CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant int NOT NULL, text text NOT NULL);
           ALTER TABLE note ENABLE ROW LEVEL SECURITY;
           CREATE POLICY own ON note USING (tenant = current_setting('app.tenant')::int);
           INSERT INTO note (tenant, text) VALUES (1, 'one'), (2, 'two')`,
        ).then(() => undefined),
    }),
  )
  .extend('database', async ({ template }, { onCleanup }) => {
    const database = await template.clone();
    onCleanup(database.drop);
    return database;
  });

async function run<Row extends object>(url: string, sql: string): Promise<Row[]> {
  await using connection = await connect(url);
  const results: unknown = await connection.query<Row>(sql);
  return results as Row[];
}

describe('a test server', () => {
  test('describes itself in one line', ({ server }) => {
    expect(server.line).toMatch(/^PostgreSQL \d+\.\d+ · (url|local|container|embedded)/);
    expect(server.line).not.toContain(new URL(server.url).password || 'no password');
  });

  test('gives each clone the content of its template, isolated from other clones', async ({
    template,
    database,
  }) => {
    await using other = await template.clone();
    await run(database.ownerUrl, 'DELETE FROM note');
    expect(await run(database.adminUrl, 'SELECT count(*)::int AS n FROM note')).toEqual([{ n: 0 }]);
    expect(await run(other.adminUrl, 'SELECT count(*)::int AS n FROM note')).toEqual([{ n: 2 }]);
  });

  test('drops a clone that still has connections', async ({ server, template }) => {
    const database = await template.clone();
    const connection = await connect(database.appUrl);
    await database.drop();
    expect(await run(server.url, `SELECT FROM pg_database WHERE datname = '${database.name}'`)).toEqual([]);
    await expect(connection.query('SELECT 1')).rejects.toThrow(/terminat|not queryable/);
    expect(connection.lost()).toBe(true);
  });

  test('builds a template once per key', async ({ server }) => {
    let built = 0;
    const key = `counted ${Math.random()}`;
    const build = async (): Promise<void> => {
      built += 1;
    };
    const templates = await Promise.all([1, 2, 3].map(() => server.template({ key, build })));
    expect(new Set(templates.map(({ name }) => name)).size).toBe(1);
    expect(built).toBe(1);
    const another = await server.template({ key: `${key}!`, build });
    expect(another.name).not.toBe(templates[0]?.name);
    expect(built).toBe(2);
  });

  test('leaves nothing of a failed build, and builds again', async ({ server }) => {
    const key = `failing ${Math.random()}`;
    const before = await run(server.url, "SELECT datname FROM pg_database WHERE datname LIKE '%_new_%'");
    await expect(
      server.template({ key, build: () => Promise.reject(new Error('no such table')) }),
    ).rejects.toThrow('no such table');
    expect(await run(server.url, "SELECT datname FROM pg_database WHERE datname LIKE '%_new_%'")).toEqual(
      before,
    );
    await expect(server.template({ key, build: async () => undefined })).resolves.toHaveProperty('name');
  });

  test('ends the connections that a build left open', async ({ server }) => {
    let forgotten: Awaited<ReturnType<typeof connect>> | undefined;
    const template = await server.template({
      key: `forgetful ${Math.random()}`,
      build: async (url) => {
        forgotten = await connect(url);
      },
    });
    await using _clone = await template.clone();
    expect(forgotten?.lost()).toBe(true);
  });

  test('closes its templates to all connections', async ({ server, template }) => {
    const url = new URL(server.url);
    url.pathname = `/${template.name}`;
    await expect(connect(url.href)).rejects.toThrow('not currently accepting connections');
  });

  test('sorts text by code point and uses UTC', async ({ database }) => {
    expect(
      await run(database.appUrl, "SELECT 'Z' < 'a' AS bytes, current_setting('timezone') AS zone"),
    ).toEqual([{ bytes: true, zone: 'UTC' }]);
  });
});

describe('the roles', () => {
  test.each(['vouch_owner', 'vouch_app'])('%s does not bypass row-level security', async (role) => {
    await using server = await acquireServer();
    expect(
      await run(
        server.url,
        `SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = '${role}'`,
      ),
    ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }]);
  });

  test('let the application use rows and sequences within row-level security', async ({ database }) => {
    await using app = await connect(database.appUrl);
    await app.query("SET app.tenant = '1'");
    expect(await app.query('SELECT text FROM note')).toEqual([{ text: 'one' }]);
    expect(await app.query("INSERT INTO note (tenant, text) VALUES (1, 'three') RETURNING id")).toHaveLength(
      1,
    );
    await expect(app.query("INSERT INTO note (tenant, text) VALUES (2, 'no')")).rejects.toThrow(
      'row-level security',
    );
  });

  test.each(['CREATE TABLE mine ()', 'ALTER TABLE note ADD x int', 'DROP TABLE note', 'CREATE SCHEMA mine'])(
    'do not let the application change structures: %s',
    async (sql) => {
      await using server = await acquireServer();
      const template = await server.template({
        key: 'shapes',
        build: async (url) => void (await run(url, 'CREATE TABLE note ()')),
      });
      await using database = await template.clone();
      await expect(run(database.appUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
      await expect(run(database.ownerUrl, sql)).resolves.toBeDefined();
    },
  );

  test('let the application use what the owner creates later', async ({ database }) => {
    await run(database.ownerUrl, 'CREATE SCHEMA later; CREATE TABLE later.thing (id serial)');
    await expect(run(database.appUrl, 'INSERT INTO later.thing DEFAULT VALUES')).resolves.toEqual([]);
  });
});

describe('releasing the server', () => {
  test('drops the databases of this lease and no others', async ({ server, template }) => {
    await using staying = await template.clone();
    const second = await acquireServer();
    const same = await second.template({ key: 'gone', build: async () => undefined });
    const going = await same.clone();
    await second.release();
    const names = (await run<{ datname: string }>(server.url, 'SELECT datname FROM pg_database')).map(
      (row) => row.datname,
    );
    expect(names).toContain(staying.name);
    expect(names).not.toContain(going.name);
  });

  test('keeps the five newest kept databases', async ({ server, template }) => {
    const second = await acquireServer();
    const mine = await second.template({
      key: 'kept',
      build: async (url) => void (await run(url, 'CREATE TABLE t (n int)')),
    });
    const kept: string[] = [];
    for (let count = 0; count < 6; count += 1) kept.push(await (await mine.clone()).keep());
    await second.release();
    expect(template.name).toBeDefined();
    const names = (await run<{ datname: string }>(server.url, 'SELECT datname FROM pg_database')).map(
      (row) => row.datname,
    );
    expect(kept.map((url) => names.includes(new URL(url).pathname.slice(1)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    for (const url of kept.slice(1)) {
      expect(await run(url, 'SELECT * FROM t')).toEqual([]);
      await run(server.url, `DROP DATABASE "${new URL(url).pathname.slice(1)}"`);
    }
  });
});
