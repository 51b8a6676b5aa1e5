import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { acquireServer } from '../servers/index.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';
import { connectUnguarded } from './database/foreign-clients.ts';
import { callSql, signedCall, type SuperuserKey } from './database/superuser-function.ts';
import { PoolMembership } from './pool-membership.ts';
import { SandboxedDatabase } from './sandboxed-database.ts';

// The administrator works on the connection of the application role. Each test tries to use its rights.

const sample = useSampleSandbox();
let pool: pg.Pool;

beforeEach(() => {
  pool = new pg.Pool();
  sample.sandbox.join(PoolMembership.of(pool));
});

const denied = { code: '42501' };
const key = (): SuperuserKey => {
  const { superuserKey } = sample.database.target;
  if (superuserKey === undefined) throw new Error('these tests need a superuser');
  return superuserKey;
};
const processId = async (): Promise<number> =>
  (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;

describe('the function', () => {
  test.each([
    ['no code', null],
    ['a wrong one', Buffer.alloc(32)],
    ['an empty one', Buffer.alloc(0)],
  ])('rejects %s', async (_, code) => {
    await expect(pool.query(callSql, ['select 1', false, code])).rejects.toMatchObject(denied);
  });

  test('rejects the code of another statement, another check, another connection', async () => {
    const pid = await processId();
    const [, , code] = signedCall(key(), pid, { statement: 'select 1', check: false });
    const [, , elsewhere] = signedCall(key(), pid + 1, { statement: 'select 1', check: false });
    const calls = [
      ['select 2', false, code],
      ['select 1', true, code],
      ['1/select 1', false, code],
      ['select 1', false, elsewhere],
    ];
    for (const call of calls) await expect(pool.query(callSql, call)).rejects.toMatchObject(denied);
    await expect(pool.query(callSql, ['select 1', false, code])).resolves.toBeDefined();
  });

  test('rejects the secret of another database', async () => {
    const call = signedCall({ secret: Buffer.alloc(32) }, await processId(), {
      statement: 'select 1',
      check: false,
    });
    await expect(pool.query(callSql, call)).rejects.toMatchObject(denied);
  });

  test('cannot be changed, nor the objects that it uses', async () => {
    const statements = [
      `create or replace function pg_catalog.vouch_as_superuser(statement text, checked boolean, code bytea)
        returns void language sql as 'select'`,
      'drop function pg_catalog.vouch_as_superuser(text, boolean, bytea)',
      'alter function pg_catalog.vouch_as_superuser(text, boolean, bytea) owner to vouch_app',
      `create function pg_catalog.sha256(text) returns bytea language sql as 'select null::bytea'`,
      'drop event trigger vouch_watch_tables',
      'grant execute on all functions in schema pg_catalog to vouch_app',
      `update pg_catalog.pg_proc set prosrc = 'x' where proname = 'vouch_as_superuser'`,
    ];
    const answers = statements.map((sql) =>
      pool.query(sql).then(
        () => 'done',
        (error: pg.DatabaseError) => error.code,
      ),
    );
    expect(await Promise.all(answers)).toEqual(statements.map(() => '42501'));
    expect(await sample.database.admin.query('select current_user as name')).toEqual([{ name: 'postgres' }]);
    const { rows } = await pool.query(
      `select has_function_privilege('pg_catalog.pg_advisory_lock(bigint)', 'execute') as may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});

describe('its secret', () => {
  test('cannot be read', async () => {
    const { rows } = await pool.query<{ oid: number }>('select oid from pg_largeobject_metadata');
    expect(rows).toHaveLength(1);
    for (const sql of ['select lo_get($1::oid)', 'select * from pg_largeobject where loid = $1::oid']) {
      await expect(pool.query(sql, [rows[0]?.oid])).rejects.toMatchObject(denied);
    }
    await expect(pool.query('set lo_compat_privileges = on')).rejects.toMatchObject(denied);
  });

  test('is in no statement, setting, source or error that the application can see', async () => {
    const { admin } = sample.database;
    await pool.query('set log_parameter_max_length_on_error = -1');
    const failed = await admin.query('select 1/0').catch((error: unknown) => error);
    await admin.query('select pg_sleep(0)');
    const seen = await Promise.all(
      [
        'select * from pg_stat_activity',
        'select * from pg_prepared_statements',
        'select * from pg_cursors',
        'select * from pg_settings',
        `select prosrc from pg_proc where proname like 'vouch%'`,
      ].map(async (sql) => (await pool.query(sql)).rows as unknown[]),
    );
    const text = JSON.stringify([seen, failed, String(failed)]);
    expect(text).toContain('vouch_as_superuser');
    for (const form of ['hex', 'base64', 'latin1'] as const) {
      expect(text.toLowerCase()).not.toContain(key().secret.toString(form).toLowerCase());
    }
    expect(failed).toMatchObject({ code: '22012', where: undefined, internalQuery: undefined });
  });
});

describe('an object of the application role', () => {
  test('with a name that the function uses is not used by it', async () => {
    const names = ['sha256(bytea)', 'lo_get(oid)', 'convert_to(text, text)'];
    for (const name of names) {
      await pool.query(
        `create function pg_temp.${name} returns bytea language sql as $$ select '\\x00'::bytea $$`,
      );
    }
    await pool.query(
      `create function pg_temp.same(bytea, bytea) returns boolean language sql as 'select false'`,
    );
    await pool.query(
      'create operator pg_temp.<> (function = pg_temp.same, leftarg = bytea, rightarg = bytea)',
    );
    await pool.query('create temp table organization (id text)');
    await pool.query('set search_path = pg_temp, pg_catalog, public');
    const call = ['select 1', false, Buffer.alloc(32)];
    await expect(pool.query(callSql, call)).rejects.toMatchObject(denied);
    await expect(sample.database.admin.query('select name from organization')).resolves.toEqual([]);
  });

  test('is never run as superuser by a pending check', async () => {
    await using server = await acquireServer();
    const template = await server.template({ key: 'without constraints', build: async () => undefined });
    await using clone = await template.clone();
    await using database = await SandboxedDatabase.over(clone);
    const sandbox = database.open({ testName: 'a test' });
    const app = new pg.Pool();
    sandbox.join(PoolMembership.of(app));
    // The words are split, so that the sandbox does not recognize the statement.
    await app.query(`do $$ begin
      create temp table seen (name text);
      create temp table trap (id int);
      execute 'create func' || 'tion pg_temp.spring() returns trigger language plpgsql as '
        || quote_literal('begin insert into pg_temp.seen values (current_user); return null; end');
      execute 'create constraint trigger spring after insert on trap defer' || 'rable init' || 'ially defer'
        || 'red for each row execute function pg_temp.spring()';
    end $$`);
    await app.query('insert into trap values (1)');
    await expect(app.query('select name from seen')).resolves.toMatchObject({ rows: [] });
    await database.admin.query('create table later (id int unique deferrable initially deferred)');
    await expect(app.query('select name from seen')).resolves.toMatchObject({
      rows: [{ name: 'vouch_app' }],
    });
    expect(await sandbox.close()).toEqual([]);
  });
});

test('none of its objects is in the template', async () => {
  const database = await sample.clone();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await connectUnguarded(client);
  const sql = `select (select count(*)::int from pg_proc where proname like 'vouch%') as functions,
    (select count(*)::int from pg_largeobject_metadata) as secrets`;
  const { rows } = await client.query(sql).finally(() => client.end());
  await database.drop();
  expect(rows).toEqual([{ functions: 0, secrets: 0 }]);
});

test('none of its objects is in a schema that is compared with entities', async () => {
  const { rows } = await pool.query(
    `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$)'
      union select relname from pg_class where relname like '%vouch%'
      union select typname from pg_type where typname like '%vouch%'
      union select proname from pg_proc where proname like '%vouch%' and pronamespace <> 'pg_catalog'::regnamespace`,
  );
  expect(rows).toEqual([{ name: 'public' }]);
});
