import type pg from 'pg';
import { expect } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { Caller } from '../caller.ts';

/** How `expectWholePool` uses each connection of an API at once. */
export interface PoolCheck {
  readonly address: string;
  readonly token: string;
  /** A path whose response needs the table. */
  readonly path: string;
  /** The table that is locked, so that each request waits on a separate connection. */
  readonly table: string;
  /** The role that the API connects as. */
  readonly role: string;
  /** How many connections the API was started with. */
  readonly size: number;
  /** How long to wait for each state, in milliseconds; by default for as long as the test may take. */
  readonly timeout?: number;
}

/**
 * Expects that each connection of an API's pool can be used, and that none is in a transaction.
 *
 * @param admin - a connection as superuser
 *
 * @example
 * const check = { address: api.address, token, path, table: 'memberships', role: 'vouch_app', size: 5 };
 * await expectWholePool(admin, check);
 */
export async function expectWholePool(
  admin: pg.Client,
  { address, token, path, table, role, size, timeout }: PoolCheck,
): Promise<void> {
  const sessions = async (condition: string): Promise<number> => {
    // Within a transaction, PostgreSQL shows the sessions that there were when it was first asked.
    await admin.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await admin.query(
      `select from pg_stat_activity where datname = current_database() and usename = $1 and ${condition}`,
      [role],
    );
    return rowCount ?? 0;
  };
  const limit = timeout === undefined ? {} : { timeout };
  await eventually(async () => expect(await sessions(`state <> 'idle'`), 'busy sessions').toBe(0), limit);
  await admin.query(`begin; lock table ${table}`);
  const caller = new Caller(address, token);
  const requests = Promise.all(Array.from({ length: size }, () => caller.get(path)));
  await eventually(
    async () => expect(await sessions(`wait_event_type = 'Lock'`), 'waiting sessions').toBe(size),
    limit,
  ).finally(async () => {
    await admin.query('rollback');
    await requests;
  });
  expect((await requests).map(({ status }) => status)).toEqual(Array(size).fill(200));
}
