import { eventually } from '@vouch/testing';
import type pg from 'pg';
import { expect } from 'vitest';
import { Caller } from '../caller.ts';
import type { Visitor } from './visitors.ts';

/** Every connection of the API's pool can still be used, and none is in the middle of something. */
export async function expectWholePool(
  address: string,
  admin: pg.Client,
  { token, organizationId }: Visitor,
  size: number,
): Promise<void> {
  await eventually(async () => expect(await connections(admin, `state <> 'idle'`)).toBe(0));
  await admin.query('begin');
  await admin.query('lock table memberships');
  const caller = new Caller(address, token);
  const asked = Array.from({ length: size }, () => caller.get(`/organizations/${organizationId}/members`));
  await eventually(async () => expect(await connections(admin, `wait_event_type = 'Lock'`)).toBe(size));
  await admin.query('rollback');
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(size).fill(200));
}

async function connections(admin: pg.Client, condition: string): Promise<number> {
  const { rowCount } = await admin.query(
    `select from pg_stat_activity where datname = current_database() and usename = 'vouch_app' and ${condition}`,
  );
  return rowCount ?? 0;
}
