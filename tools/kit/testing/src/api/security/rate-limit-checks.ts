import { expect } from 'vitest';
import { type ApiResponse, Caller } from '../caller.ts';

/**
 * Expects that guessing passwords ends with 429 after a limit, whatever address the requests claim to come from.
 *
 * @param guess - tries to sign in with a wrong password and these headers
 * @param limit - how many guesses the API was started to take
 *
 * @example
 * await checkGuessing((headers) => anyone.send('POST', '/sessions', { email, password: 'wrong' }, headers), 3);
 */
export async function checkGuessing(
  guess: (headers: Readonly<Record<string, string>>) => Promise<ApiResponse>,
  limit: number,
): Promise<void> {
  const responses: ApiResponse[] = [];
  for (let count = 1; count <= limit + 2; count += 1) responses.push(await guess(claimedAddress(count)));
  const expected = [...Array<number>(limit).fill(401), 429, 429];
  expect(responses.map(({ status }) => status)).toEqual(expected);
  expect(responses.at(-1)?.json).toMatchObject({ code: 'too-many-requests' });
  expect(Number(responses.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
}

/**
 * Expects that requests of one address end with 429 after a limit, also those that are turned away.
 *
 * @example
 * await checkRequestLimit(api, '/me', 30);
 */
export async function checkRequestLimit(
  { address }: { readonly address: string },
  path: string,
  limit: number,
): Promise<void> {
  const anyone = new Caller(address);
  const statuses: number[] = [];
  for (let count = 1; count <= limit + 2; count += 1) statuses.push((await anyone.get(path)).status);
  expect(statuses.slice(0, limit)).not.toContain(429);
  expect(statuses.slice(limit)).toEqual([429, 429]);
}

function claimedAddress(count: number): Readonly<Record<string, string>> {
  const address = `10.0.0.${count}`;
  const names = ['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip'];
  return {
    ...Object.fromEntries(names.map((name) => [name, address])),
    forwarded: `for=${address}`,
  };
}
