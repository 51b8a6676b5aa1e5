// About the sample alerts: it goes with it.
import { once } from 'node:events';
import type { Organization } from '@acme/identity-contract';
import { eventually, WebhookSink } from '@vouch/testing';
import { type ApiDatabase, Caller, type Person } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alertOnPersons, newEvent, report } from '../support/alerts.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { createOrganization, newPerson } from '../support/people.ts';
import { createDatabase } from '../support/database.ts';

const environment = { PRIVATE_WEBHOOKS: 'yes' };

let database: ApiDatabase;
let admin: pg.Client;
let sink: WebhookSink;
let owner: Person;
let own: Organization;

beforeAll(async () => {
  database = await createDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  sink = await WebhookSink.start();
}, 60_000);
afterAll(async () => {
  await sink[Symbol.asyncDispose]();
  await admin.end();
  await database[Symbol.asyncDispose]();
});

async function prepare(api: ApiProcess): Promise<void> {
  owner = await newPerson(api, 'Owner');
  own = await createOrganization(owner, 'Own');
  await alertOnPersons(owner.caller, own);
  await owner.caller.post(`/organizations/${own.id}/webhooks`, { url: `${sink.url}/hook` });
}

async function kill(api: ApiProcess): Promise<void> {
  api.process.kill('SIGKILL');
  await once(api.process, 'exit');
}

const states = async (): Promise<string[]> =>
  (await admin.query<{ state: string }>('select state from deliveries')).rows.map(({ state }) => state);

const connectionsOfApi = async (): Promise<number | null> =>
  (
    await admin.query(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  ).rowCount;

describe('when the API is killed', () => {
  test('what was reported and not yet delivered is delivered by the next one, each once; sessions go on', async () => {
    await using first = await startApi(environment, { database });
    await prepare(first);
    // The target takes nothing for as long as the first process lives.
    sink.answerWith(...Array.from({ length: 5 }, () => 503));
    const events = Array.from({ length: 5 }, newEvent);
    await Promise.all(events.map((event) => report(owner.caller, own, event)));
    await eventually(() => expect(sink.deliveries).toHaveLength(5));
    await kill(first);
    // what it had sent is carried out even now
    await eventually(async () => expect(await connectionsOfApi()).toBe(0));
    const before = new Set(sink.deliveries.map(({ headers }) => headers['webhook-id']));
    expect(before.size).toBe(5);

    // Deliveries under way are due again after a minute, failed ones after seconds. This makes all due now.
    await admin.query(`update delivery_queue set due_at = now()`);
    await admin.query('update webhooks set failures_in_row = 0');
    await using second = await startApi(environment, { database });
    await eventually(async () => expect(new Set(await states())).toEqual(new Set(['delivered'])));
    const again = new Caller(second.address, owner.token);
    const repeated = await Promise.all(events.map((event) => report(again, own, event)));
    expect(repeated.map(({ json }) => json)).toEqual(events.map(() => []));
    const after = sink.deliveries.slice(5).map(({ headers }) => headers['webhook-id']);
    expect(after.toSorted()).toEqual([...before].toSorted());
    const { rows } = await admin.query('select from delivery_queue');
    expect(rows).toEqual([]);
  });
});
