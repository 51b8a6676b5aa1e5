import type { Organization } from '@acme/identity-contract';
import { eventually } from '@vouch/testing';
import { asAdmin, documentOf, expectFewRowsRead, operationsIn, type Person } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { role } from '../support/database.ts';
import { fillTenants, insertTenants } from '../support/fill-tenants.ts';
import { createOrganization, newPerson } from '../support/people.ts';
import { type ApiProcess, documentPath, startApi } from '../support/start-api.ts';

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

/** Rows that may be read once besides: to count them, where the counts are then kept in the cache. */
const counted: Readonly<Record<string, number>> = {
  // <sample alerts>
  '/organizations/{organizationId}/alerts/counts': mine.alerts,
  // </sample alerts>
};

let api: ApiProcess;
let owner: Person;
let own: Organization;

beforeAll(async () => {
  api = await startApi({ WITHOUT_PROXY: 'yes' });
  owner = await newPerson(api, 'Owner');
  own = await createOrganization(owner, 'Own');
  await asAdmin(api, async (admin) => {
    await insertTenants(admin, 2_000, others);
    await fillTenants(admin, [own.id], mine);
  });
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

async function rowsShown(path: string): Promise<number> {
  const { status, json } = await owner.caller.get(path.replace('{organizationId}', own.id));
  expect(status).toBe(200);
  return Array.isArray(json) ? json.length : 1;
}

describe('with 2,000 organizations', { tags: ['slow'] }, () => {
  test('every route that lists or shows something reads a few rows for each that it returns', async () => {
    const operations = operationsIn(await documentOf(owner.caller, documentPath));
    const reads = operations.filter(
      ({ method, policy, responses }) => method === 'GET' && policy !== 'public' && responses['200'],
    );
    expect(reads.length).toBeGreaterThan(3);
    const counting = {
      role,
      ready: () => eventually(async () => expect((await owner.caller.get('/ready')).status).toBe(200)),
      // <sample alerts>
      // A loop reads the queue all the time.
      except: ['delivery_queue'],
      // </sample alerts>
    };
    for (const { path: name } of reads) {
      const calls = { name, request: () => rowsShown(name), besides: counted[name] ?? 0 };
      await asAdmin(api, (admin) => expectFewRowsRead(admin, counting, calls));
    }
  });
});
