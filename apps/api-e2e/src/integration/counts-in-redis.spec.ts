// About the sample alerts: it goes with it.
import type { AlertCounts } from '@acme/alerts-contract';
import type { Organization } from '@acme/identity-contract';
import { eventually, FaultyProxy } from '@vouch/testing';
import { acquireRedis, type TestRedis } from '@vouch/testing/servers/redis';
import { type ApiDatabase, asAdmin, Caller, type Person } from '@vouch/testing/api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alertOnPersons, report } from '../support/alerts.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { createOrganization, newPerson } from '../support/people.ts';
import { createDatabase } from '../support/database.ts';

describe('counts of two API processes that share a Redis', { tags: ['redis', 'slow'] }, () => {
  let redis: TestRedis;
  let network: FaultyProxy;
  let database: ApiDatabase;
  let first: ApiProcess;
  let second: ApiProcess;
  let owner: Person;
  let own: Organization;

  beforeAll(async () => {
    redis = await acquireRedis();
    network = await FaultyProxy.before(redis.url);
    database = await createDatabase();
    const start = () => startApi({ REDIS_URL: network.url }, { database });
    [first, second] = [await start(), await start()];
  }, 60_000);
  afterAll(async () => {
    for (const api of [first, second]) await api[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    await network[Symbol.asyncDispose]();
    await redis.release();
  });
  beforeEach(async () => {
    network.heal();
    owner = await newPerson(first, 'Owner');
    own = await createOrganization(owner, 'Own');
    await alertOnPersons(owner.caller, own);
  });

  async function counted(by: ApiProcess): Promise<number> {
    const { json, status } = await new Caller(by.address, owner.token).get(
      `/organizations/${own.id}/alerts/counts`,
    );
    expect(status).toBe(200);
    return (json as AlertCounts).raised.info;
  }
  /** Expects that the second process serves the counts of the first after the alerts are deleted. */
  async function expectKept(): Promise<void> {
    await report(owner.caller, own);
    const count = await counted(first);
    expect(count).toBeGreaterThan(0);
    await removeAlerts();
    expect(await counted(second)).toBe(count);
  }
  const removeAlerts = () => asAdmin(database, (admin) => admin.query('delete from alerts'));

  test('are served by both, and dropped by both after a change through one', async () => {
    await report(owner.caller, own);
    expect(await counted(first)).toBe(1);
    await removeAlerts();
    expect([await counted(first), await counted(second)]).toEqual([1, 1]);
    await report(owner.caller, own);
    expect([await counted(second), await counted(first)]).toEqual([1, 1]);
    await report(owner.caller, own);
    expect([await counted(second), await counted(first)]).toEqual([2, 2]);
  });

  test('are counted again for each request while Redis is away, and cached again once it is back', async () => {
    await report(owner.caller, own);
    expect(await counted(first)).toBe(1);
    network.refuse();
    await removeAlerts();
    expect(await counted(first)).toBe(0);
    await report(owner.caller, own);
    expect([await counted(first), await counted(second)]).toEqual([1, 1]);
    expect(first.log()).toContain('Redis is unreachable');
    network.heal();
    await eventually(expectKept, { interval: 200 });
  });
});
