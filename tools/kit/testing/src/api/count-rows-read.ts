import type pg from 'pg';
import { expect } from 'vitest';
import { endSessionsOf } from './end-sessions.ts';

/** The rows that were read, by table, as PostgreSQL counts them: in whole scans and through indexes. */
export type RowsRead = Readonly<Record<string, number>>;

/** Options with which `countRowsRead` distinguishes the API's connections and reads from others. */
export interface RowCounting {
  /** The role that the API connects as. */
  readonly role: string;
  /** Waits until the API serves again, after its connections were ended. */
  readonly ready: () => Promise<unknown>;
  /** Tables that the API reads all the time, such as a queue. */
  readonly except?: readonly string[];
}

/**
 * Counts the rows that an API's connections read during some work, with the plans of the statements as they were sent, and
 * including what functions, policies and foreign keys read. PostgreSQL adds up what a connection did when it ends, so the
 * connections are ended before and after.
 *
 * @param admin - a connection as superuser
 *
 * @example
 * const read = await countRowsRead(admin, { role: 'vouch_app', ready }, () => owner.caller.get('/organizations'));
 * expect(read['memberships']).toBeLessThan(20);
 */
export async function countRowsRead(
  admin: pg.Client,
  { role, ready, except = [] }: RowCounting,
  work: () => Promise<unknown>,
): Promise<RowsRead> {
  await admin.query('select pg_stat_force_next_flush()');
  await endSessionsOf(admin, role);
  const before = await counted(admin, except);
  await ready();
  await work();
  await endSessionsOf(admin, role);
  const after = await counted(admin, except);
  const differences = Object.entries(after).map(
    ([table, rows]) => [table, rows - (before[table] ?? 0)] as const,
  );
  return Object.fromEntries(differences.filter(([, rows]) => rows > 0));
}

/**
 * Expects that repeated requests read a few rows for each that they return, however many others the tables hold.
 *
 * @param request - sends one request and returns how many rows its response shows
 * @param besides - how many rows may be read once, to be counted for instance
 *
 * @example
 * await expectFewRowsRead(admin, counting, { name: '/organizations', request: () => rowsOf('/organizations') });
 */
export async function expectFewRowsRead(
  admin: pg.Client,
  counting: RowCounting,
  { name, request, besides = 0 }: { name: string; request: () => Promise<number>; besides?: number },
): Promise<void> {
  let returned = besides;
  const read = await countRowsRead(admin, counting, async () => {
    for (let call = 0; call < calls; call += 1) returned += await request();
  });
  const total = Object.values(read).reduce((sum, rows) => sum + rows, 0);
  expect(total, `rows read by ${calls} requests of ${name}: ${JSON.stringify(read)}`).toBeLessThan(
    4 * returned + 20 * calls,
  );
  expect(total, `rows read by ${calls} requests of ${name}`).toBeGreaterThan(0);
}

/** So many that PostgreSQL changes to the plan that it made for any values. */
const calls = 8;

async function counted(admin: pg.Client, except: readonly string[]): Promise<RowsRead> {
  const { rows } = await admin.query<{ name: string; rows: string }>(
    `select relname as name, seq_tup_read + (
       select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes i where i.relid = t.relid) as rows
     from pg_stat_user_tables t where relname <> all ($1)`,
    [except],
  );
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, Number(count)]));
}
