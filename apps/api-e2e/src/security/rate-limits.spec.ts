import { Caller, checkGuessing, checkRequestLimit } from '@vouch/testing/api';
import { afterEach, beforeEach, describe, test } from 'vitest';
import { type ApiProcess, startApi } from '../support/start-api.ts';

let api: ApiProcess;

beforeEach(async () => {
  api = await startApi({ ANONYMOUS_WRITES_PER_MINUTE: '3', REQUESTS_PER_MINUTE: '30' });
}, 30_000);
afterEach(() => api[Symbol.asyncDispose]());

describe('the rate limits', { tags: ['slow'] }, () => {
  test('end the guessing of passwords, whatever address it claims to come from', () => {
    const body = { email: 'ada@example.com', password: 'a guess' };
    const anyone = new Caller(api.address);
    return checkGuessing((headers) => anyone.send('POST', '/sessions', body, headers), 3);
  });

  test.each([
    ['an address that needs a session', '/me'],
    ['an address that does not exist', '/nowhere'],
    ['a page', '/'],
  ])('limit the requests of %s', (_kind, path) => checkRequestLimit(api, path, 30));
});
