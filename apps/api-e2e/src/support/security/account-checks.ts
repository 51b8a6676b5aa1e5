import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer } from '../caller.ts';
import type { Check, Target } from './target.ts';

/** An address that nobody has, as long as those of people. A new one for each use: to register makes it known. */
const unknown = (): string => `${randomUUID()}@example.com`;

export const accountChecks: Readonly<Record<string, Check>> = {
  'accounts cannot be enumerated by what is answered': async ({ anyone, person }) => {
    const ways: ((email: string) => Promise<Answer>)[] = [
      (email) => anyone.post('/accounts', { email, name: 'X' }),
      (email) => anyone.post('/accounts/password-requests', { email }),
      (email) => anyone.post('/sessions', { email, password: 'wrong' }),
    ];
    for (const ask of ways) expect(shapeOf(await ask(unknown()))).toEqual(shapeOf(await ask(person.email)));
  },

  'accounts cannot be enumerated by how long a log-in takes': async (target) => {
    await timed(target, unknown());
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let pair = 0; pair < 12; pair += 1) {
      times.known.push(await timed(target, target.person.email));
      times.unknown.push(await timed(target, unknown()));
    }
    // What else the machine does only makes log-ins slower, so the fastest of each tell the work that they make. Without
    // the hash an unknown address takes a tenth.
    expect(Math.min(...times.unknown) / Math.min(...times.known)).toBeGreaterThan(0.5);
  },
};

async function timed({ anyone }: Target, email: string): Promise<number> {
  const start = performance.now();
  await anyone.post('/sessions', { email, password: 'wrong' });
  return performance.now() - start;
}

function shapeOf({ status, json, headers }: Answer): object {
  const names = [...headers.keys()].toSorted();
  return {
    status,
    names,
    body: { ...(json as object), requestId: undefined },
    length: headers.get('content-length'),
  };
}
