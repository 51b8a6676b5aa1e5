import { randomUUID } from 'node:crypto';
import { eventually } from '@vouch/testing';
import { Caller, expectRecovery, type Person } from '@vouch/testing/api';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi, unavailable } from '../support/start-api.ts';
import { newPerson } from '../support/people.ts';

let api: ApiProcess;
let anyone: Caller;
let person: Person;
let admin: pg.Client;

beforeAll(async () => {
  api = await startApi();
  anyone = new Caller(api.address);
  person = await newPerson(api, 'Someone');
  admin = new pg.Client({ connectionString: api.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await api[Symbol.asyncDispose]();
});
beforeEach(() => api.proxy.heal());

const list = () => person.caller.get('/organizations');
const found = (slug: string) => person.caller.post('/organizations', { name: slug, slug });
const killBackends = () =>
  admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1',
    ['vouch_app'],
  );

describe('while PostgreSQL refuses connections', () => {
  test('the API asks for patience, lives on, says that it is not ready, and recovers', async () => {
    api.proxy.refuse();
    expect(await list()).toMatchObject(unavailable);
    expect((await anyone.get('/health')).status).toBe(200);
    expect((await anyone.get('/ready')).status).toBe(503);
    api.proxy.heal();
    await expectRecovery(list);
    expect((await anyone.get('/ready')).status).toBe(200);
  });
});

describe('while PostgreSQL has no connection left', () => {
  test('the API asks for patience, and recovers', async () => {
    const database = new URL(api.adminUrl).pathname.slice(1);
    await admin.query(`alter database "${database}" connection limit 0`);
    await killBackends();
    await eventually(async () => expect((await list()).status).toBe(503));
    await admin.query(`alter database "${database}" connection limit -1`);
    await expectRecovery(list);
  });
});

describe('while PostgreSQL does not answer', () => {
  test('no request waits beyond the limit, and the API recovers', async () => {
    api.proxy.fallSilent();
    const answers = await Promise.all(Array.from({ length: 15 }, list));
    for (const { status } of answers) expect(status).toBe(503);
    api.proxy.heal();
    api.proxy.cut();
    await expectRecovery(list);
  });
});

describe('when connections are killed under load', () => {
  test('each write is whole or not there, each answer is true, and the API recovers', async () => {
    const slugs = Array.from({ length: 60 }, () => `s-${randomUUID()}`);
    const writes = slugs.map((slug) => found(slug));
    for (let kill = 0; kill < 5; kill += 1) {
      await Promise.race(writes);
      await killBackends();
      api.proxy.cut();
    }
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(new Set([...statuses, 201, 503])).toEqual(new Set([201, 503]));
    await expectRecovery(list);
    const { rows } = await admin.query<{ slug: string; owners: number }>(
      `select slug, (select count(*)::int from memberships m where m.organization_id = o.id) as owners from organizations o
       where slug = any ($1)`,
      [slugs],
    );
    for (const { owners } of rows) expect(owners).toBe(1);
    const there = new Set(rows.map(({ slug }) => slug));
    for (const [index, slug] of slugs.entries()) {
      expect(statuses[index] !== 201 || there.has(slug), `${slug} was promised`).toBe(true);
    }
  });
});

describe('when clients go away', () => {
  test('each write is whole or not there', async () => {
    const slugs = Array.from({ length: 40 }, () => `s-${randomUUID()}`);
    const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' };
    const calls = slugs.map(async (slug, index) => {
      const signal = AbortSignal.timeout(1 + index);
      const body = JSON.stringify({ name: slug, slug });
      await fetch(new URL('/organizations', api.address), { method: 'POST', headers, body, signal });
    });
    await Promise.allSettled(calls);
    await expectRecovery(list);
    const { rows } = await admin.query(
      'select 1 from organizations o where not exists (select from memberships m where m.organization_id = o.id)',
    );
    expect(rows).toEqual([]);
  });
});
