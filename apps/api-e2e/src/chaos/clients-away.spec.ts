// About the sample alerts: it goes with it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Organization } from '@acme/identity-contract';
import { eventually } from '@vouch/testing';
import type { Person } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { alertOnPersons, feedOf, follow, report } from '../support/alerts.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { createOrganization, newPerson } from '../support/people.ts';

let api: ApiProcess;
let owner: Person;
let own: Organization;

beforeAll(async () => {
  api = await startApi();
  owner = await newPerson(api, 'Owner');
  own = await createOrganization(owner, 'Own');
  await alertOnPersons(owner.caller, own);
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

const loggedErrors = (): string[] =>
  api
    .log()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line));

/** Sends the start of a request that announces more than comes, and goes. */
async function leaveInTheBody(slug: string): Promise<void> {
  const { hostname, port } = new URL(api.address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const body = JSON.stringify({ name: slug, slug });
  const head = [
    'POST /organizations HTTP/1.1',
    'host: x',
    `authorization: Bearer ${owner.token}`,
    'content-type: application/json',
    `content-length: ${body.length + 1}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  await new Promise((resolve) => socket.write('', resolve));
  socket.destroy();
  await once(socket, 'close');
}

describe('when clients go away in the middle of a body', () => {
  test('nothing of it is taken, and the API does not mind', async () => {
    const slugs = Array.from({ length: 50 }, () => `s-${randomUUID()}`);
    await Promise.all(slugs.map(leaveInTheBody));
    const { json } = await owner.caller.get('/organizations');
    expect((json as Organization[]).map(({ slug }) => slug)).toEqual([own.slug]);
    expect(loggedErrors()).toEqual([]);
  });
});

describe('when followers of the live feed are gone without a word', () => {
  test('alerts are raised as before, and the remaining clients receive them', async () => {
    await using stayed = await follow(api, owner, own);
    const gone = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = new WebSocket(feedOf(api.address, own), ['bearer', owner.token]);
        socket.on('error', () => undefined);
        await once(socket, 'open');
        return socket;
      }),
    );
    const reports = Array.from({ length: 10 }, () => report(owner.caller, own));
    for (const socket of gone) socket.terminate();
    const answers = await Promise.all([
      ...reports,
      ...Array.from({ length: 10 }, () => report(owner.caller, own)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    await eventually(() => expect(stayed.received).toHaveLength(20));
    expect(loggedErrors()).toEqual([]);
  });
});

describe('when the API receives SIGTERM', () => {
  test('requests in flight are answered, followers are let go, and it ends by itself', async () => {
    await using second = await startApi();
    const person = await newPerson(second, 'Someone');
    const follower = await follow(second, person, await createOrganization(person, 'Own'));
    second.proxy.slowDown(100);
    const inFlight = Array.from({ length: 5 }, () =>
      person.caller.post('/organizations', { name: 'Late', slug: `s-${randomUUID()}` }),
    );
    await eventually(() => expect(second.log().match(/incoming request.*\n/g)?.length).toBe(10));
    second.process.kill('SIGTERM');
    const ended = once(second.process, 'exit');
    expect((await Promise.all(inFlight)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    await follower.closed;
    expect((await ended)[0]).toBe(0);
  });

  test('that happens at once, also when it has only just begun', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await using second = await startApi();
      second.process.kill('SIGTERM');
      const [code] = (await once(second.process, 'exit')) as [number];
      expect(second.log()).not.toMatch(/delivering failed|still in flight/);
      expect(code).toBe(0);
    }
  });

  test('a request that never ends holds it up for ten seconds, and no longer', async () => {
    await using second = await startApi();
    const { hostname, port } = new URL(second.address);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const head = [
      'POST /sessions HTTP/1.1',
      'host: x',
      'content-type: application/json',
      'content-length: 100',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    await eventually(() => expect(second.log()).toContain('incoming request'));
    second.process.kill('SIGTERM');
    expect((await once(second.process, 'exit'))[0]).toBe(1);
    expect(second.log()).toContain('requests were still in flight after 10000 ms');
    socket.destroy();
  });
});
