import { Caller, checkGuessing, checkRequestLimit, problemOf } from '@vouch/testing/api';
import { describe, expect, test } from 'vitest';
import type { Protection } from './protections.ts';
import { startFixtureApi } from './start-fixture-api.ts';

const limits = { publicWritesPerMinute: 3, requestsPerMinute: 30 };
const noEnd = 'expected [ 401, 401, 401, 401, 401 ] to deeply equal [ 401, 401, 401, 429, 429 ]';
const notCounted = 'expected [ 401, 401 ] to deeply equal [ 429, 429 ]';

describe('the rate limits', { tags: ['slow'] }, () => {
  test('hold with all protections on', async () => {
    expect(await problemsWithout()).toEqual({ guessing: undefined, requests: undefined });
  });

  test.each<[Protection, object]>([
    ['guessLimit', { guessing: noEnd, requests: undefined }],
    ['socketAddress', { guessing: noEnd, requests: undefined }],
    ['earlyLimit', { guessing: undefined, requests: notCounted }],
  ])('without %s, only the check of it fails', async (protection, problems) => {
    expect(await problemsWithout(protection)).toEqual(problems);
  });
});

/** Each check has its own API, because they count the same requests. */
async function problemsWithout(...without: Protection[]): Promise<Record<string, string | undefined>> {
  await using guessed = await startFixtureApi({ ...limits, without });
  await using asked = await startFixtureApi({ ...limits, without });
  const anyone = new Caller(guessed.address);
  const body = { email: 'ada@example.com', password: 'a guess' };
  const guess = (headers: Readonly<Record<string, string>>) =>
    anyone.send('POST', '/sessions', body, headers);
  return {
    guessing: await problemOf(checkGuessing(guess, limits.publicWritesPerMinute)),
    requests: await problemOf(checkRequestLimit(asked, '/me', limits.requestsPerMinute)),
  };
}
