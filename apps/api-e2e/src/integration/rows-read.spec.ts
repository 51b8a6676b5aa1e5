import type { Organization } from '@acme/identity-contract';
import { eventually } from '@vouch/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { fillTenants, makeTenants } from '../support/measure/many-tenants.ts';
import { documentOf, operationsIn } from '../support/open-api.ts';
import { foundOrganization, newPerson, type Person } from '../support/people.ts';
import { countRowsRead } from '../support/rows-read/count-rows-read.ts';

const others = {
  members: 10,
  invitations: 2,
  // <sample alerts>
  rules: 2,
  alerts: 10,
  webhooks: 2,
  // </sample alerts>
};
const mine = {
  ...others,
  // <sample alerts>
  alerts: 1_000,
  // </sample alerts>
};

/** Enough that PostgreSQL goes over to the plan that it made for any values. */
const calls = 8;

let api: ApiProcess;
let admin: pg.Client;
let owner: Person;
let own: Organization;

beforeAll(async () => {
  api = await startApi({ WITHOUT_PROXY: 'yes' });
  admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
  owner = await newPerson(api, 'Owner');
  own = await foundOrganization(owner, 'Own');
  await makeTenants(admin, 2_000, others);
  await fillTenants(admin, [own.id], mine);
}, 60_000);
afterAll(async () => {
  await admin.end();
  await api[Symbol.asyncDispose]();
});

const get = (path: string) => owner.caller.get(path.replace('{organizationId}', own.id));
const ready = () => eventually(async () => expect((await owner.caller.get('/ready')).status).toBe(200));

/** What may be read once besides: to count it, where what was counted is kept in the cache. */
const counted: Readonly<Record<string, number>> = {
  // <sample alerts>
  '/organizations/{organizationId}/alerts/counts': mine.alerts,
  // </sample alerts>
};

async function expectNoneTooMany(path: string): Promise<void> {
  let answered = counted[path] ?? 0;
  const read = await countRowsRead(admin, ready, async () => {
    for (let call = 0; call < calls; call += 1) {
      const { status, json } = await get(path);
      expect(status).toBe(200);
      answered += Array.isArray(json) ? json.length : 1;
    }
  });
  const total = Object.values(read).reduce((sum, rows) => sum + rows, 0);
  const what = `rows read by ${calls} requests of ${path}: ${JSON.stringify(read)}`;
  expect(total, what).toBeLessThan(4 * answered + 20 * calls);
  expect(total).toBeGreaterThan(0);
}

describe('with 2,000 organizations', { tags: ['slow'] }, () => {
  it('every route that lists or shows something reads a few rows for each that it answers with', async () => {
    const operations = operationsIn(await documentOf(owner.caller));
    const lists = operations.filter(
      ({ method, policy, responses }) => method === 'GET' && policy !== 'public' && responses['200'],
    );
    expect(lists.length).toBeGreaterThan(3);
    for (const { path } of lists) await expectNoneTooMany(path);
  });

  it.each([
    // <sample alerts>
    ['alerts', '/organizations/{organizationId}/alerts'],
    // </sample alerts>
    ['memberships', '/organizations'],
  ])('is noticed when the indexes of %s are not used', async (table, path) => {
    await useIndexes(table, false);
    await expect(expectNoneTooMany(path)).rejects.toThrow('rows read by');
    await useIndexes(table, true);
  });
});

const useIndexes = (table: string, use: boolean) =>
  admin.query('update pg_index set indisvalid = $2 where indrelid = $1::regclass', [table, use]);
