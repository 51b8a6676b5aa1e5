import { type ApiDatabase, tenantCatalogueProblems } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFixtureDatabase, role } from './database/fixture-database.ts';

const catalogue = {
  tables: { root: 'organizations', column: 'organization_id' },
  roles: { application: role, owner: 'vouch_owner' },
  known: ['policy own on memberships', 'policy own on organizations'],
};

let database: ApiDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createFixtureDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
}, 30_000);
afterAll(async () => {
  await admin.end();
  await database[Symbol.asyncDispose]();
});

/** Returns the problems after a change, which is rolled back. */
async function problemsAfter(sql: string): Promise<string[]> {
  await admin.query('begin');
  try {
    await admin.query(sql);
    return await tenantCatalogueProblems(admin, catalogue);
  } finally {
    await admin.query('rollback');
  }
}

describe('the catalogue of tenants', () => {
  test('has no problem as it was migrated', async () => {
    expect(await tenantCatalogueProblems(admin, catalogue)).toEqual([]);
  });

  test.each([
    [
      'alter table notes disable row level security',
      'table notes: has rows of organizations and no row-level security',
    ],
    [
      'alter table notes no force row level security',
      'table notes: does not force row-level security on its owner',
    ],
    [
      'drop policy tenant on notes',
      'table notes: has no policy that compares organization_id with the tenant of the session',
    ],
    [
      'create policy all_rows on notes using (true)',
      'policy all_rows on notes: lets through more than the rows of one tenant',
    ],
    [
      'create policy any_row on notes for insert with check (true)',
      'policy any_row on notes: lets through more than the rows of one tenant',
    ],
    [
      'alter table notes alter organization_id drop not null',
      'table notes: lets organization_id be null, which no foreign key checks',
    ],
    [
      'alter table notes drop constraint notes_organization_id_id_key',
      'table notes: has no key (organization_id, id) for others to refer to',
    ],
    [
      'alter table notes add author uuid references memberships (id)',
      'foreign key notes_author_fkey on notes: can lead to a row of another tenant',
    ],
    ['alter role vouch_app bypassrls', 'role vouch_app: bypasses row-level security'],
    ['alter table notes owner to vouch_app', 'table notes: belongs to vouch_app, not to vouch_owner'],
    [
      'create table left_open (id uuid primary key, organization_id uuid not null, unique (organization_id, id))',
      'table left_open: has rows of organizations and no row-level security',
    ],
    ['drop policy own on memberships', 'policy own on memberships: is known and no longer weak'],
  ])('has exactly one problem after: %s', async (sql, problem) => {
    expect(await problemsAfter(sql)).toEqual([problem]);
  });

  test('has a problem for a role that does not exist', async () => {
    const roles = { application: 'misspelled', owner: 'vouch_owner' };
    const problems = await tenantCatalogueProblems(admin, { ...catalogue, roles });
    expect(problems).toEqual(['role misspelled: does not exist']);
  });
});
