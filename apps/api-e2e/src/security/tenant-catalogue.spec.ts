import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantFaults } from '../support/tenant-catalogue.ts';
import { type TestDatabase, testDatabase } from '../support/test-database.ts';

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

/** What the catalogue says of the database after a change, which is taken back. */
async function faultsAfter(sql: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(sql);
    return await tenantFaults(client);
  } finally {
    await client.query('rollback');
  }
}

describe('the tables of tenants', () => {
  it('lack no protection', async () => {
    expect(await tenantFaults(client)).toEqual([]);
  });

  it.each([
    ['alter table memberships disable row level security', 'memberships has row-level security switched off'],
    ['alter table invitations no force row level security', 'invitations does not force row-level security'],
    ['drop policy tenant on memberships', 'memberships has no policy by organization for deleting'],
    ['drop policy tenant on organizations', 'organizations has no policy by organization for inserting'],
    [
      'create policy all_rows on invitations using (true)',
      'invitations has the policy all_rows, which lets through',
    ],
    [
      'create policy any_row on invitations for insert with check (true)',
      'invitations has the policy any_row, which lets through',
    ],
    [
      'alter table invitations drop constraint invitations_organization_id_id_key',
      'invitations has no unique key (organization_id, id)',
    ],
    [
      'alter table invitations add inviter uuid references memberships (id)',
      'invitations has the foreign key invitations_inviter_fkey, which can reach into another tenant',
    ],
    ['alter role vouch_app bypassrls', 'vouch_app is a role that bypasses row-level security'],
    ['alter table memberships owner to vouch_app', 'memberships belongs to the application’s role'],
    [
      'create table left_open (id uuid primary key, organization_id uuid not null)',
      'left_open has row-level security switched off',
    ],
  ])('are found wanting after: %s', async (sql, fault) => {
    const faults = await faultsAfter(sql);
    expect(faults.map((found) => found.slice(0, fault.length))).toContain(fault);
  });
});
