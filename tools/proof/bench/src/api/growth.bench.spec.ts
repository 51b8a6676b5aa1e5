import { load } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi } from '@acme/api-e2e/start-api';
import { fillTenants, insertTenants } from '@acme/api-e2e/fill-tenants';
import { createOrganization, newPerson } from '@acme/api-e2e/people';

const sizes = [10, 100, 1_000, 5_000];
const rows = {
  members: 10,
  invitations: 2,
  // <sample alerts>
  rules: 2,
  alerts: 20,
  // </sample alerts>
};
const lists = [
  'members',
  'invitations',
  // <sample alerts>
  'alerts',
  'alert-rules',
  // </sample alerts>
];

let api: ApiProcess;
let admin: pg.Client;

beforeAll(async () => {
  api = await startApi({ WITHOUT_PROXY: 'yes' });
  admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await api[Symbol.asyncDispose]();
});

describe('the time of an answer, by the number of organizations', () => {
  test('is printed', async () => {
    const owner = await newPerson(api, 'Owner');
    const { id } = await createOrganization(owner, 'Own');
    await fillTenants(admin, [id], rows);
    const headers = { authorization: `Bearer ${owner.token}` };
    const measured: Record<string, Record<string, number>> = {};
    let made = 0;
    for (const size of sizes) {
      await insertTenants(admin, size - made, rows);
      made = size;
      const medians = (measured[`${size} organizations, median ms`] = {});
      for (const list of lists) Object.assign(medians, { [list]: await medianOf(list) });
    }
    console.log('');
    console.table(measured);
    expect(Object.keys(measured)).toHaveLength(sizes.length);

    async function medianOf(list: string): Promise<number> {
      const call = { url: `${api.address}/organizations/${id}/${list}`, headers };
      await load(call, 200, 1);
      return Math.round((await load(call, 1_000, 1)).median * 100) / 100;
    }
  });
});
