/**
 * Each test sends hundreds of requests.
 *
 * @module-tag slow
 */
import {
  abortStorm,
  asAdmin,
  expectWholePool,
  problemOf,
  trapSettings,
  type Visitor,
} from '@vouch/testing/api';
import { expect, test } from 'vitest';
import { role } from './database/fixture-database.ts';
import { newOrganization, newPerson } from './fixture-port.ts';
import type { Protection } from './protections.ts';
import { type FixtureApi, startFixtureApi } from './start-fixture-api.ts';

const patient = { timeout: 30_000 };
const size = 5;
const trap = { entry: 'app_enter', settings: ['app.organization_id', 'app.user_id'], role };

async function visitorOf(api: FixtureApi): Promise<Visitor> {
  const owner = await newPerson(api, 'Owner');
  const tenant = await newOrganization(owner, 'Own');
  const notes = `/organizations/${tenant}/notes`;
  const text = `A note of ${tenant}`;
  await owner.caller.post(notes, { text });
  return {
    token: owner.token,
    tenant,
    requests: () => [
      { method: 'GET', path: '/organizations' },
      { method: 'GET', path: notes },
      { method: 'POST', path: notes, body: { text } },
    ],
  };
}

/** Returns how a storm ended, and the problem of the pool afterwards. */
async function storm(...without: Protection[]) {
  await using api = await startFixtureApi({ without, connections: size });
  return await asAdmin(api, async (admin) => {
    const settingsLeft = await trapSettings(admin, trap);
    const visitors = [await visitorOf(api), await visitorOf(api), await visitorOf(api)];
    const { foreign, failed, answered, aborted } = await abortStorm(api, visitors, 400);
    const left = await settingsLeft();
    const { token, tenant } = visitors[0]!;
    const pool = await problemOf(expectWholePool(admin, poolCheck(api, token, tenant)));
    return { foreign: foreign.length > 0, failed, left, pool, answered, aborted };
  });
}

const clean = { foreign: false, failed: [], left: [], pool: undefined };

test('with all protections on, a storm leaves nothing behind', patient, async () => {
  const { answered, aborted, ...problems } = await storm();
  expect(problems).toEqual(clean);
  expect(Math.min(answered, aborted)).toBeGreaterThan(100);
});

test('settings that outlive their transaction are found on the connections', patient, async () => {
  expect(await storm('transactionTenant')).toMatchObject({ ...clean, left: trap.settings });
});

test('rows of other tenants are found in the responses', patient, async () => {
  expect(await storm('tenantConditions', 'rowSecurity')).toMatchObject({ ...clean, foreign: true });
});

test.each([
  [
    'a connection in a transaction',
    'begin',
    /^The assertion did not pass .*: busy sessions: expected 1 to be \+?0/,
  ],
  [
    'a connection that is never returned',
    'select',
    /^The assertion did not pass .*: waiting sessions: expected 4 to be 5/,
  ],
])('%s is found in the pool', patient, async (_name, statement, words) => {
  await using api = await startFixtureApi({ connections: size });
  const { token, tenant } = await visitorOf(api);
  const held = await api.pool.connect();
  await held.query(statement);
  const check = { ...poolCheck(api, token, tenant), timeout: 500 };
  const problem = await problemOf(asAdmin(api, (admin) => expectWholePool(admin, check)));
  await held.query('rollback');
  held.release();
  expect(problem).toMatch(words);
});

function poolCheck({ address }: FixtureApi, token: string, tenant: string) {
  return { address, token, path: `/organizations/${tenant}/notes`, table: 'notes', role, size };
}
