// About the template: `nx g rename` removes it.
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@vouch/testing/eventually';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartedForTest } from './started-for-test.ts';

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'vouch-start-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const start = (...args: string[]) => new StartedForTest(data, '--port', '0', ...args);

describe('npm start', () => {
  test('serves demo tenants, and keeps data through a restart but not through --reset', async () => {
    await using first = start();
    const firstAddress = await first.address();
    const token = await logIn(firstAddress);
    await found(firstAddress, token, 'osprey');
    expect(await slugs(firstAddress, token)).toEqual(['kestrel-labs', 'osprey']);
    expect(await first.end('SIGINT')).toBe(0);

    await using second = start();
    const address = await second.address();
    expect(await slugs(address, token)).toEqual(['kestrel-labs', 'osprey']);
    expect(await second.end()).toBe(0);

    await using third = start('--reset');
    const thirdAddress = await third.address();
    expect(await slugs(thirdAddress, await logIn(thirdAddress))).toEqual(['kestrel-labs']);
  });

  test('finishes open requests when it is stopped, and leaves no process', async () => {
    await using started = start();
    const address = await started.address();
    const databasePort = Number(await started.says(/listens on port (\d+)/));
    await connectTo(databasePort);
    await logIn(address);
    const requests = await Promise.all(Array.from({ length: 8 }, () => begin(`${address}/sessions`, ada)));
    const ended = started.end();
    await eventually(() => expect(fetch(address)).rejects.toThrow('fetch failed'));
    expect(await Promise.all(requests.map((finish) => finish()))).toEqual(Array(8).fill(201));
    expect(await ended).toBe(0);
    await expect(connectTo(databasePort)).rejects.toThrow('ECONNREFUSED');
  });

  test('ends the API and the database when it is killed', async () => {
    await using started = start();
    const address = await started.address();
    await started.end('SIGKILL');
    await eventually(() => expect(fetch(address)).rejects.toThrow('fetch failed'), { interval: 100 });
    await using next = start();
    await expect(logIn(await next.address())).resolves.toHaveLength(43);
  });

  test.each([/Starting PostgreSQL/, /Running migrations/])(
    'can be interrupted at %s and started again',
    async (moment) => {
      await using interrupted = start();
      await interrupted.says(moment);
      expect(await interrupted.end('SIGINT')).toBe(0);
      await using next = start();
      await expect(logIn(await next.address())).resolves.toHaveLength(43);
    },
  );

  test('reports a used port and the option for another one before it starts anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await using started = new StartedForTest(data, '--port', String(port));
    expect(await started.ended()).toBe(1);
    expect(started.output.trim()).toBe(
      `Port ${port} is in use by another program. Stop it, or choose another port: npm start -- --port 3001`,
    );
    other.close();
  });
});

const ada = { email: 'ada@kestrel.example', password: 'demo password 1' };

async function post(url: string, body: object, token?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Begins a request: its head has been read, and the answer waits for its end. */
async function begin(url: string, body: object): Promise<() => Promise<number | undefined>> {
  const text = JSON.stringify(body);
  const head = { 'content-type': 'application/json', 'content-length': text.length, expect: '100-continue' };
  const sent = request(url, { method: 'POST', agent: false, headers: head });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.flushHeaders();
  await once(sent, 'continue');
  return async () => {
    sent.end(text);
    const [answer] = await answered;
    return answer.resume().statusCode;
  };
}

async function logIn(address: string): Promise<string> {
  const { token } = (await (await post(`${address}/sessions`, ada)).json()) as { token: string };
  return token;
}

async function found(address: string, token: string, slug: string): Promise<void> {
  const { status } = await post(`${address}/organizations`, { name: slug, slug }, token);
  expect(status).toBe(201);
}

async function slugs(address: string, token: string): Promise<string[]> {
  const answer = await fetch(`${address}/organizations`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { slug: string }[]).map(({ slug }) => slug);
}

async function connectTo(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}
