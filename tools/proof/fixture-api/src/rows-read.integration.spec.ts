import { randomUUID } from 'node:crypto';
import { asAdmin, expectFewRowsRead, type Person, problemOf } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { role } from './database/fixture-database.ts';
import { newOrganization, newPerson } from './fixture-port.ts';
import { type FixtureApi, startFixtureApi } from './start-fixture-api.ts';

describe('the rows that requests read', { tags: ['slow'] }, () => {
  let api: FixtureApi;
  let owner: Person;

  beforeAll(async () => {
    api = await startFixtureApi();
    owner = await newPerson(api, 'Owner');
    await newOrganization(owner, 'Own');
    await asAdmin(api, async (admin) => {
      await admin.query(`
        insert into organizations select gen_random_uuid(), 'Other', 's-' || n from generate_series(1, 2000) n;
        insert into users select gen_random_uuid(), n || '@example.com', 'Someone' from generate_series(1, 2000) n;
        insert into memberships (organization_id, user_id, role)
          select o.id, u.id, 'owner' from (select id, row_number() over () n from organizations) o
          join (select id, row_number() over () n from users) u using (n) on conflict do nothing;
        analyze`);
    });
  }, 30_000);
  afterAll(() => api[Symbol.asyncDispose]());

  const problem = () => {
    const request = async (): Promise<number> =>
      ((await owner.caller.get('/organizations', { 'x-request': randomUUID() })).json as unknown[]).length;
    const counting = { role, ready: () => owner.caller.get('/health') };
    return asAdmin(api, (admin) =>
      problemOf(expectFewRowsRead(admin, counting, { name: '/organizations', request })),
    );
  };

  test('are few with the index of memberships', async () => {
    expect(await problem()).toBeUndefined();
  });

  test('are too many without it', async () => {
    const useIndex = (use: boolean) =>
      asAdmin(api, (admin) =>
        admin.query(
          `update pg_index set indisvalid = $1 where indexrelid = 'memberships_of_user'::regclass`,
          [use],
        ),
      );
    await useIndex(false);
    expect(await problem()).toMatch(/^rows read by 8 requests of \/organizations: \{.*"memberships":\d{4,}/);
    await useIndex(true);
  });
});
