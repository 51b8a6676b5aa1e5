// About the sample alerts: it goes with it.
import type { Alert } from '@acme/alerts-contract';
import type { Organization } from '@acme/identity-contract';
import { eventually } from '@vouch/testing';
import { type ApiDatabase, asAdmin, type Person } from '@vouch/testing/api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alertOnPersons, follow, report } from '../support/alerts.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { createOrganization, newMember, newPerson } from '../support/people.ts';
import { createDatabase } from '../support/database.ts';

describe('of two API processes on one database', () => {
  let database: ApiDatabase;
  let here: ApiProcess;
  let there: ApiProcess;
  let owner: Person;
  let own: Organization;

  beforeAll(async () => {
    database = await createDatabase();
    [here, there] = [await startApi({}, { database }), await startApi({}, { database })];
  }, 60_000);
  afterAll(async () => {
    for (const api of [here, there]) await api[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await eventually(async () => expect(await listening()).toBe(2));
    owner = await newPerson(here, 'Owner');
    own = await createOrganization(owner, 'Own');
    await alertOnPersons(owner.caller, own);
  });

  const listening = () =>
    asAdmin(database, async (admin) => {
      const { rows } = await admin.query(
        `select from pg_stat_activity where datname = current_database() and application_name = 'notifications' and state = 'idle'`,
      );
      return rows.length;
    });

  test('each sends its followers every alert of their organization once, from any process, and none of others', async () => {
    const otherOwner = await newPerson(there, 'Other owner');
    const other = await createOrganization(otherOwner, 'Other');
    await alertOnPersons(otherOwner.caller, other);
    await using ours = await follow(here, owner, own);
    await using oursThere = await follow(there, owner, own);
    await using theirs = await follow(there, otherOwner, other);
    const raised: unknown[] = [];
    for (let count = 0; count < 3; count += 1)
      raised.push(...((await report(owner.caller, own)).json as Alert[]));
    await report(otherOwner.caller, other);
    for (const feed of [ours, oursThere]) await eventually(() => expect(feed.received).toEqual(raised));
    await eventually(() => expect(theirs.received).toHaveLength(1));
    expect(raised).not.toContainEqual(theirs.received[0]);
  });

  test.each(['removed', 'logged out'])(
    'one ends the feed of who was %s by the other, before the next alert',
    async (how) => {
      const member = await newMember(here, owner, own, 'viewer');
      await using feed = await follow(there, member, own);
      if (how === 'removed')
        await owner.caller.send('DELETE', `/organizations/${own.id}/members/${member.userId}`);
      else await member.caller.send('DELETE', '/sessions/current');
      await report(owner.caller, own);
      expect(await feed.closed).toMatchObject({ code: 1008 });
      expect(feed.received).toEqual([]);
    },
  );

  test('one that may have missed something ends its feeds, so that followers list what there is', async () => {
    await using feed = await follow(there, owner, own);
    await asAdmin(database, (admin) =>
      admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'notifications'`,
      ),
    );
    const missed = (await report(owner.caller, own)).json;
    expect(await feed.closed).toMatchObject({ code: 1012 });
    expect((await owner.caller.get(`/organizations/${own.id}/alerts`)).json).toEqual(missed);
    await using newFeed = await follow(there, owner, own);
    const { json } = await report(owner.caller, own);
    await eventually(() => expect(newFeed.received).toEqual(json));
  });
});
