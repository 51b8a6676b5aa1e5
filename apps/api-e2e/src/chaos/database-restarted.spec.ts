import { randomUUID } from 'node:crypto';
import { expectRecovery, type OwnServer, type Person } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../support/database.ts';
import { type ApiProcess, startApi, unavailable } from '../support/start-api.ts';
import { newPerson } from '../support/people.ts';

let server: OwnServer;
let api: ApiProcess;
let person: Person;

beforeAll(async () => {
  server = await createServer();
  api = await startApi({}, { database: server });
  person = await newPerson(api, 'Someone');
}, 60_000);
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const list = () => person.caller.get('/organizations');
const found = (slug: string) => person.caller.post('/organizations', { name: slug, slug });

describe('when PostgreSQL is restarted under load', () => {
  test('the API asks for patience meanwhile, serves again by itself, and kept every promise', async () => {
    const slugs = Array.from({ length: 40 }, () => `s-${randomUUID()}`);
    const writes = slugs.map((slug) => found(slug));
    await Promise.race(writes);
    await server.stop();
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(await list()).toMatchObject(unavailable);
    await server.start();
    await expectRecovery(list);
    const there = ((await list()).json as { slug: string }[]).map(({ slug }) => slug);
    expect(there).toEqual(expect.arrayContaining(slugs.filter((_slug, index) => statuses[index] === 201)));
    expect(new Set([...statuses, 201, 503])).toEqual(new Set([201, 503]));
    expect(there.length).toBeLessThanOrEqual(statuses.length);
  });
});
