import { type ApiDatabase, asAdmin, tenantCatalogueProblems } from '@vouch/testing/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, role } from '../support/database.ts';

let database: ApiDatabase;

beforeAll(async () => {
  database = await createDatabase();
}, 30_000);
afterAll(() => database[Symbol.asyncDispose]());

test('the tables of tenants are separated by row-level security', async () => {
  const catalogue = {
    tables: { root: 'organizations', column: 'organization_id' },
    roles: { application: role, owner: 'vouch_owner' },
    // The migrations give the reasons.
    known: [
      'policy own on memberships',
      'policy own on organizations',
      // <sample alerts>
      'table delivery_queue',
      // </sample alerts>
    ],
  };
  const problems = await asAdmin(database, (admin) => tenantCatalogueProblems(admin, catalogue));
  expect(problems).toEqual([]);
});
