import { expect } from 'vitest';
import type { ApiProcess } from '../api-process.ts';
import { type Answer, Caller } from '../caller.ts';

export const limits = { ANONYMOUS_WRITES_PER_MINUTE: '3', REQUESTS_PER_MINUTE: '30' };

/** Guessing ends with 429 after the limit, whatever address the requests pretend to come from. */
export async function checkGuessing({ address }: ApiProcess): Promise<void> {
  const anyone = new Caller(address);
  const answers: Answer[] = [];
  for (let guess = 1; guess <= 5; guess += 1) {
    const pretended = `10.0.0.${guess}`;
    const headers = {
      'x-forwarded-for': pretended,
      'x-real-ip': pretended,
      'x-client-ip': pretended,
      'cf-connecting-ip': pretended,
      'true-client-ip': pretended,
      forwarded: `for=${pretended}`,
    };
    const body = { email: 'ada@example.com', password: `guess ${guess}` };
    answers.push(await anyone.send('POST', '/sessions', body, headers));
  }
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429]);
  expect(answers.at(-1)?.json).toMatchObject({ code: 'too-many-requests' });
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
}

/** Asking ends with 429 after the limit, also for who is turned away. */
export async function checkAsking({ address }: ApiProcess, path: string): Promise<void> {
  const anyone = new Caller(address);
  const statuses: number[] = [];
  for (let request = 1; request <= 32; request += 1) statuses.push((await anyone.get(path)).status);
  expect(statuses.slice(0, 30)).not.toContain(429);
  expect(statuses.slice(30)).toEqual([429, 429]);
}
