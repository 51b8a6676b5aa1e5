import type { ApiProcess } from '../api-process.ts';
import { Caller } from '../caller.ts';
import { newPerson, type Person } from '../people.ts';

/** An API under attack, and somebody who has an account there. */
export interface Target {
  readonly api: ApiProcess;
  readonly anyone: Caller;
  readonly person: Person;
}

/** Attacks, and rejects with what it found where the API lets itself be attacked. */
export type Check = (target: Target) => Promise<void>;

export async function targetOn(api: ApiProcess): Promise<Target> {
  return { api, anyone: new Caller(api.address), person: await newPerson(api, 'Someone') };
}

/** What a target needs to be started with for all checks. */
export const targetEnvironment = { DEMO: 'yes', CORS_ORIGINS: 'https://app.example', LOG_LEVEL: 'trace' };
