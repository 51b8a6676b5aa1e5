import { type Query, readRoleWeaknesses, readState, readWeaknesses, stepByStep } from '@vouch/testing/schema';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/test-database.ts';

const tables = { root: 'organizations', column: 'organization_id' };

/** Known weaknesses. The migrations give the reasons. */
const known = [
  'policy own on memberships',
  'policy own on organizations',
  // <sample alerts>
  'table delivery_queue',
  // </sample alerts>
];

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
}, 30_000);
afterAll(async () => {
  await client.end();
  await database[Symbol.asyncDispose]();
});

const query: Query = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;

/** Returns what a change would weaken. Rolls it back. */
async function weakenedBy(sql: string): Promise<string[]> {
  await client.query('begin isolation level repeatable read');
  try {
    const { weakenings } = await stepByStep([sql], {
      read: () => readState(query, tables, readRoleWeaknesses),
      run: () => client.query(sql),
    });
    return weakenings.map(({ object, problem }) => `${object}: ${problem}`);
  } finally {
    await client.query('rollback');
  }
}

describe('the tables of tenants', () => {
  test('lack no protection', async () => {
    const weak = await readWeaknesses(query, tables);
    expect([...new Set(weak.map(({ object }) => object))]).toEqual(known);
  });

  test('belong to a role that the API does not have, and that can do no more', async () => {
    const { rows } = await client.query(
      `select distinct o.rolname from pg_class c join pg_roles o on o.oid = c.relowner
       where c.relrowsecurity union select rolname from pg_roles
       where rolname in ('vouch_app', 'vouch_owner') and (rolsuper or rolbypassrls)`,
    );
    expect(rows).toEqual([{ rolname: 'vouch_owner' }]);
  });

  test.each([
    [
      'alter table memberships disable row level security',
      'table memberships: has rows of organizations and no row-level security',
    ],
    [
      'alter table invitations no force row level security',
      'table invitations: does not force row-level security on its owner',
    ],
    [
      'drop policy tenant on memberships',
      'policy tenant on memberships: no longer has the definition permissive for *',
    ],
    [
      'drop policy tenant on organizations',
      'policy tenant on organizations: no longer has the definition permissive for *',
    ],
    [
      'create policy all_rows on invitations using (true)',
      'policy all_rows on invitations: lets through more than the rows of one tenant',
    ],
    [
      'create policy any_row on invitations for insert with check (true)',
      'policy any_row on invitations: lets through more than the rows of one tenant',
    ],
    [
      'alter table invitations drop constraint invitations_organization_id_id_key',
      'key (organization_id, id) on invitations: no longer has a unique index',
    ],
    [
      'alter table invitations add inviter uuid references memberships (id)',
      'foreign key invitations_inviter_fkey on invitations: can lead to a row of another tenant',
    ],
    ['alter role vouch_app bypassrls', 'role vouch_app: bypasses row-level security'],
    ['alter table memberships owner to vouch_app', 'table memberships: no longer has the owner vouch_owner'],
    [
      'create table left_open (id uuid primary key, organization_id uuid not null)',
      'table left_open: has rows of organizations and no row-level security',
    ],
  ])('are found wanting after: %s', async (sql, weakening) => {
    await expect(weakenedBy(sql)).resolves.toContainEqual(expect.stringContaining(weakening));
  });
});
