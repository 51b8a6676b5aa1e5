import { expect, test, vi } from 'vitest';
import { type GuardRecord, onBehalfOf, outlive } from '../../guards/record.ts';
import { rulesOf } from '../../guards/rules.ts';
import { fakeHttp } from './fake-http.ts';
import { networkError, noAnswer, reply } from './reply.ts';

test('it answers with JSON', async () => {
  const http = fakeHttp({ get: { '/health': { status: 'ok' } } });
  const response = await http.fetch('http://api.test/health');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('it answers with a status, headers and text on demand', async () => {
  const { fetch } = fakeHttp({
    delete: { '/users/1': reply(204) },
    get: { '/': reply(418, 'short', { 'x-pot': 'tea' }) },
  });
  expect((await fetch('/users/1', { method: 'DELETE' })).status).toBe(204);
  const response = await fetch('/');
  expect([response.status, await response.text(), response.headers.get('x-pot')]).toEqual([
    418,
    'short',
    'tea',
  ]);
});

test('routes have parameters, functions and origins; exact ones come first', async () => {
  const { fetch } = fakeHttp({
    get: {
      '/users/:id': ({ params, url }) => ({ id: params['id'], page: url.searchParams.get('page') }),
      '/users/me': { id: 'me' },
      'https://other.test/users/me': { id: 'other' },
    },
    post: { '/users': ({ body }) => reply(201, { created: body }) },
  });
  const read = async (path: string, init?: RequestInit) => (await fetch(path, init)).json();
  expect(await read('/users/a%20b?page=2')).toEqual({ id: 'a b', page: '2' });
  expect(await read('/users/me')).toEqual({ id: 'me' });
  const init = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } };
  expect(await read('/users', init)).toEqual({ created: { a: 1 } });
});

test('requests are recorded', async () => {
  const http = fakeHttp({ post: { '/orders/:id': reply(202) } });
  await http.fetch('/orders/7', { method: 'POST', body: 'text', headers: { 'x-key': 'k' } });
  expect(http.requests).toHaveLength(1);
  expect(http.requestsTo('post', '/orders/:id')).toMatchObject([
    { method: 'POST', body: 'text', params: { id: '7' }, headers: { 'x-key': 'k' } },
  ]);
  expect(http.requestsTo('get', '/orders/:id')).toEqual([]);
});

test('an unknown route fails the test even if the code catches the error, and lists the known routes', async () => {
  const http = fakeHttp({ get: { '/health': {} }, post: { '/orders': {} } });
  const record: GuardRecord = {
    ...{ subject: 'the test', filepath: '', level: 'unit', rules: rulesOf('unit'), problems: [] },
    ...{ resources: new Map(), ended: false },
  };
  const error: unknown = await onBehalfOf(record, () =>
    http.fetch('/helath').catch((reason: unknown) => reason),
  );
  expect(error).toHaveProperty(
    'message',
    expect.stringContaining('GET /helath of fake.test, which is not a route of the fake'),
  );
  expect(record.problems).toMatchObject([
    { fix: expect.stringContaining('Its routes are GET /health, POST /orders.') as string },
  ]);
});

test('without a guard, disposing reports unknown routes', async () => {
  const http = fakeHttp();
  await outlive(() => http.fetch('/nowhere').catch(() => undefined));
  expect(() => http[Symbol.dispose]()).toThrow(
    'requested GET /nowhere of fake.test, which is not a route of the fake. It has no routes.',
  );
});

test('a connection can break', async () => {
  const { fetch } = fakeHttp({ get: { '/': networkError('ECONNREFUSED') } });
  await expect(fetch('/')).rejects.toMatchObject({
    message: 'fetch failed',
    cause: { code: 'ECONNREFUSED' },
  });
});

test('an answer can be late, in fake time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { fetch } = fakeHttp({ get: { '/': reply(200, 'late').after(3_000) } });
  const answer = vi.fn();
  const asking = fetch('/').then(answer);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(answer).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await asking;
  expect(answer).toHaveBeenCalled();
  vi.useRealTimers();
});

test('a request without an answer ends with its signal', async () => {
  const { fetch } = fakeHttp({ get: { '/': noAnswer(), '/late': reply(200).after(60_000) } });
  const controller = new AbortController();
  const asking = [fetch('/', { signal: controller.signal }), fetch('/late', { signal: controller.signal })];
  setTimeout(() => controller.abort(new Error('enough')), 1);
  await expect(Promise.allSettled(asking)).resolves.toMatchObject([
    { status: 'rejected', reason: { message: 'enough' } },
    { status: 'rejected', reason: { message: 'enough' } },
  ]);
});

test('routes can be added and replaced', async () => {
  const http = fakeHttp({ get: { '/': 'old' } });
  http.add({ get: { '/': 'new', '/more': 1 } });
  expect(await (await http.fetch('/more')).json()).toBe(1);
  expect(await (await http.fetch('/')).text()).toBe('new');
});

test('it replaces the global fetch until it is disposed', async () => {
  const before = globalThis.fetch;
  {
    using http = fakeHttp({ get: { '/': 1 } }).install();
    expect(globalThis.fetch).toBe(http.fetch);
    await fetch('http://anywhere.test/');
  }
  expect(globalThis.fetch).toBe(before);
});
