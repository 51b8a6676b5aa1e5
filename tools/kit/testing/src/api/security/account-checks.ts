import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ApiResponse } from '../caller.ts';
import type { Checks, TokenTarget } from './attack-target.ts';

/**
 * Checks that responses and their times do not reveal which accounts exist.
 *
 * @example
 * test.each(Object.entries(accountChecks))('%s', (_name, check) => check(target));
 */
export const accountChecks: Checks<TokenTarget> = {
  'responses do not reveal which accounts exist': async ({ person, accounts }) => {
    const requests: Readonly<Record<string, (email: string) => Promise<ApiResponse>>> = {
      register: (email) => accounts.register(email, 'X'),
      requestPassword: (email) => accounts.requestPassword(email),
      signIn: (email) => accounts.signIn(email, 'wrong'),
    };
    for (const [name, request] of Object.entries(requests))
      expect(shapeOf(await request(unknownEmail())), name).toEqual(shapeOf(await request(person.email)));
  },

  'response times do not reveal which accounts exist': async ({ person, accounts }) => {
    const time = async (email: string): Promise<number> => {
      const start = performance.now();
      await accounts.signIn(email, 'wrong');
      return performance.now() - start;
    };
    await time(unknownEmail());
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let pair = 0; pair < 12; pair += 1) {
      times.known.push(await time(person.email));
      times.unknown.push(await time(unknownEmail()));
    }
    // Other work on the machine only adds time, so the fastest of each show their own work. Without the hash an unknown
    // address takes a tenth.
    expect(Math.min(...times.unknown) / Math.min(...times.known)).toBeGreaterThan(0.5);
  },
};

/** Returns an address that has no account, as long as those of people. A registration makes an address known, so each is new. */
const unknownEmail = (): string => `${randomUUID()}@example.com`;

function shapeOf({ status, json, headers }: ApiResponse): object {
  const names = [...headers.keys()].toSorted();
  return {
    status,
    names,
    body: { ...(json as object), requestId: undefined },
    length: headers.get('content-length'),
  };
}
