import { afterEach, beforeEach, describe, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { checkAsking, checkGuessing, limits } from '../support/security/limit-checks.ts';

let api: ApiProcess;

beforeEach(async () => {
  api = await startApi(limits);
}, 30_000);
afterEach(() => api[Symbol.asyncDispose]());

describe('the rate limits', { tags: ['slow'] }, () => {
  it('end guessing, whatever address it pretends to come from', () => checkGuessing(api));

  it.each([
    ['an address that needs a log-in', '/me'],
    ['an address that does not exist', '/nowhere'],
    ['a page', '/'],
  ])('end asking without end for %s', (_what, path) => checkAsking(api, path));
});
