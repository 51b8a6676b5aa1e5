// <sample alerts>
import { randomUUID } from 'node:crypto';
// </sample alerts>
import type { Organization } from '@acme/identity-contract';
import { type Load, load, type Person } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi } from '@acme/api-e2e/start-api';
import { type BareProcess, startBare } from './bare-process.ts';
import { fillTenants, insertTenants } from '@acme/api-e2e/fill-tenants';
import { median } from '../measure.ts';
import { createOrganization, newPerson } from '@acme/api-e2e/people';

const tenants = 200;
const rounds = 5;
const requests = 2_000;
const goal = 2.5;
const rows = {
  members: 10,
  // <sample alerts>
  rules: 1,
  alerts: 100,
  // </sample alerts>
};

let api: ApiProcess;
let bare: BareProcess;
let owner: Person;
let own: Organization;

beforeAll(async () => {
  api = await startApi({ WITHOUT_PROXY: 'yes' });
  bare = await startBare(api.adminUrl);
  owner = await newPerson(api, 'Owner');
  own = await createOrganization(owner, 'Own');
  const admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
  await insertTenants(admin, tenants, rows);
  await fillTenants(admin, [own.id], rows);
  await admin.end();
}, 60_000);
afterAll(async () => {
  await bare[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const ask = (address: string, path: string, body?: () => string): Promise<Load> => {
  const headers = { authorization: `Bearer ${owner.token}` };
  return load({ url: `${address}/organizations/${own.id}${path}`, headers, ...(body && { body }) }, requests);
};

/** Both in turn, so that what else the machine does hits both. */
async function compare(path: string): Promise<number> {
  const ratios: number[] = [];
  const measured: [Load, Load][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair: [Load, Load] = [await ask(bare.address, path), await ask(api.address, path)];
    if (round === 0) continue; // to warm up
    measured.push(pair);
    ratios.push(pair[0].perSecond / pair[1].perSecond);
  }
  const middle = (side: 0 | 1) => figures(measured.map((pair) => pair[side]));
  const times = median(ratios);
  console.log(`\nGET …${path}, ${tenants} tenants`);
  console.table({ 'bare route': middle(0), 'the API': { ...middle(1), 'times fewer': rounded(times) } });
  return times;
}

function figures(loads: readonly Load[]): Record<string, number> {
  const of = (key: keyof Load) => rounded(median(loads.map((one) => one[key])));
  return { 'requests/s': Math.round(of('perSecond')), 'median ms': of('median'), 'p99 ms': of('p99') };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

describe('the API beside a bare route with the same query, which knows no sessions, tenants, checks or limits', () => {
  test.each([
    '/members',
    // <sample alerts>
    '/alerts',
    // </sample alerts>
  ])('answers GET …%s at most 2.5 times slower', async (path) => {
    expect(await compare(path)).toBeLessThan(goal);
  });
});

// <sample alerts>
describe('other routes', () => {
  test('answer as many requests as is printed', async () => {
    const event = () => JSON.stringify({ id: randomUUID(), kind: 'person', confidence: 0.9 });
    const calls = {
      'GET …': ['', undefined],
      'GET …/alert-rules': ['/alert-rules', undefined],
      'POST …/events': ['/events', event],
    } as const;
    const measured: Record<string, object> = {};
    for (const [name, [path, body]] of Object.entries(calls))
      measured[name] = figures([await ask(api.address, path, body)]);
    console.log('');
    console.table(measured);
    expect(Object.keys(measured)).toHaveLength(3);
  });
});
// </sample alerts>
