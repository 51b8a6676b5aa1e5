import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommittedDatabase } from './committed-database.ts';
import type { TestDatabase, TestServer } from '../servers/index.ts';
import { Organization, sampleEntities } from '../../proof/sample/entities.ts';
import { sampleTemplate } from '../../proof/sample/sample-template.ts';
import { PoolMembership } from '../sandbox/pool-membership.ts';
import { SandboxedDatabase } from '../sandbox/sandboxed-database.ts';
import { SandboxedOrm } from '../sandbox/sandboxed-orm.ts';

// A server in TEST_DATABASE_URL may give the kit only a role that creates databases and roles, and no superuser.

const role = `plain_admin_${randomUUID().slice(0, 8)}`;
const options = { entities: [...sampleEntities] };
let server: TestServer;
let database: TestDatabase;

beforeAll(async () => {
  const sample = await sampleTemplate();
  server = sample.server;
  const clone = await sample.template.clone();
  await asSuperuser(
    `create role ${role} login password 'x' createdb createrole bypassrls in role vouch_owner, vouch_app`,
  );
  const url = new URL(clone.adminUrl);
  Object.assign(url, { username: role, password: 'x' });
  database = { ...clone, adminUrl: url.href };
});

afterAll(async () => {
  await database.drop();
  await asSuperuser(`drop role ${role}`);
  await server.release();
});

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const add = (orm: SandboxedOrm['orm']) =>
  orm.em.fork().insert(Organization, { id: randomUUID(), name: 'Acme' });

describe('without a superuser', () => {
  test('the sandbox works as the application role, and reports that it has no admin', async () => {
    await using sandboxed = await SandboxedDatabase.over(database);
    const orm = SandboxedOrm.over(database.appUrl, options);
    const sandbox = sandboxed.open({ testName: 'a test' });
    orm.join(sandbox);
    await add(orm.orm);
    expect(await orm.orm.em.fork().execute('select session_user as name')).toEqual([{ name: 'vouch_app' }]);
    await expect(sandboxed.admin.query('select 1')).rejects.toThrow(/TEST_DATABASE=embedded/);
    expect(await orm.orm.em.fork().count(Organization)).toBe(1);
    await sandbox.close();
    await orm.close();
  });

  test('deferred constraints are checked, settings end with their transaction, and unsupported statements are rejected', async () => {
    await using sandboxed = await SandboxedDatabase.over(database);
    const sandbox = sandboxed.open({ testName: 'a test' });
    const pool = new pg.Pool();
    sandbox.join(PoolMembership.of(pool));
    const organization = randomUUID();
    await pool.query('insert into organization values ($1, $2)', [organization, 'Acme']);
    await pool.query(`select set_config('app.organization', $1, false)`, [organization]);
    const dangling = pool.query('insert into note values ($1, $2, $3, $4)', [
      randomUUID(),
      organization,
      'dangling',
      randomUUID(),
    ]);
    await expect(dangling).rejects.toMatchObject({ code: '23503' });
    await pool.query(`do $$ begin perform set_config('app.organization', 'left', true); end $$`);
    const { rows } = await pool.query(`select current_setting('app.organization', true) as organization`);
    expect(rows).toEqual([{ organization: '' }]);
    await expect(pool.query('select pg_advisory_lock(1)')).rejects.toThrow(/committedDb/);
    expect(await sandbox.close()).toHaveLength(1);
  });

  test('a committed database is cleaned as well', async () => {
    const committed = await CommittedDatabase.over({ ...database, drop: async () => undefined });
    const { orm, admin } = committed.view(options);
    await add(orm);
    expect(await admin.query('select name from organization')).toHaveLength(1);
    expect(await committed.problems()).toEqual([]);
    await committed.clean();
    expect(await admin.query('select name from organization')).toEqual([]);
    await committed[Symbol.asyncDispose]();
  });
});
