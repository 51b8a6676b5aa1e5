import { eventually } from '@vouch/testing';
import { expect } from 'vitest';
import type { Answer } from './caller.ts';

/** The promise of the API: whatever happened to its database, it serves again within 3 s. */
export async function expectRecovery(ask: () => Promise<Answer>): Promise<void> {
  await eventually(async () => expect((await ask()).status).toBe(200), { timeout: 3_000, interval: 50 });
}

/** What a client is told meanwhile: nothing but that it may try again. */
export function expectPatience({ status, json }: Answer): void {
  expect(status).toBe(503);
  expect(json).toMatchObject({ code: 'unavailable', advice: 'Try again in a few seconds.' });
}
