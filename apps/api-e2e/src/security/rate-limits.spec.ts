import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { type Answer, Caller } from '../support/caller.ts';

let api: ApiProcess;

beforeAll(async () => {
  api = await startApi({ ANONYMOUS_WRITES_PER_MINUTE: '3', REQUESTS_PER_MINUTE: '30' });
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('guessing', () => {
  it('ends with 429 after the limit, whatever address the request pretends to come from', async () => {
    const anyone = new Caller(api.address);
    const answers: Answer[] = [];
    for (let guess = 1; guess <= 5; guess += 1) {
      const headers = {
        'x-forwarded-for': `10.0.0.${guess}`,
        'x-real-ip': `10.0.0.${guess}`,
        forwarded: `for=${guess}`,
      };
      const body = { email: 'ada@example.com', password: `guess ${guess}` };
      answers.push(await anyone.send('POST', '/sessions', body, headers));
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429]);
    expect(answers.at(-1)?.json).toMatchObject({ code: 'too-many-requests' });
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('asking without end', () => {
  it.each([
    ['an address that needs a log-in', '/me'],
    ['an address that does not exist', '/nowhere'],
    ['a page', '/'],
  ])('ends with 429 after the limit for %s, also for who is turned away', async (_what, path) => {
    await using limited = await startApi({ REQUESTS_PER_MINUTE: '3' });
    const anyone = new Caller(limited.address);
    const statuses: number[] = [];
    for (let request = 1; request <= 5; request += 1) statuses.push((await anyone.get(path)).status);
    expect(statuses.slice(0, 3)).not.toContain(429);
    expect(statuses.slice(3)).toEqual([429, 429]);
  });
});
