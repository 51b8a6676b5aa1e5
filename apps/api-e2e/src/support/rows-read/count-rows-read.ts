import { eventually } from '@vouch/testing';
import type pg from 'pg';
import { expect } from 'vitest';

/** By table: what PostgreSQL has counted itself, from whole scans and from indexes. */
export type RowsRead = Readonly<Record<string, number>>;

/**
 * The rows that the API's connections read during the work: of the statements as they were sent, with their real plans,
 * and of what functions, policies and foreign keys read besides. PostgreSQL adds up what a connection did when it ends,
 * so they are ended before and after; what this one did is added up at once.
 */
export async function countRowsRead(
  admin: pg.Client,
  ready: () => Promise<void>,
  work: () => Promise<void>,
): Promise<RowsRead> {
  await admin.query('select pg_stat_force_next_flush()');
  await endConnections(admin);
  const before = await counted(admin);
  await ready();
  await work();
  await endConnections(admin);
  const after = await counted(admin);
  const differences = Object.entries(after).map(
    ([table, rows]) => [table, rows - (before[table] ?? 0)] as const,
  );
  return Object.fromEntries(differences.filter(([, rows]) => rows > 0));
}

async function endConnections(admin: pg.Client): Promise<void> {
  const ofTheApi = `from pg_stat_activity where datname = current_database() and usename = 'vouch_app'`;
  await eventually(async () => {
    await admin.query(`select pg_terminate_backend(pid) ${ofTheApi}`);
    expect((await admin.query(`select ${ofTheApi}`)).rowCount).toBe(0);
  });
}

/** Without the queue of deliveries, which a loop looks at all the time. */
async function counted(admin: pg.Client): Promise<RowsRead> {
  const { rows } = await admin.query<{ name: string; rows: string }>(
    `select relname as name, seq_tup_read + (
       select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes i where i.relid = t.relid) as rows
     from pg_stat_user_tables t where relname <> 'delivery_queue'`,
  );
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, Number(count)]));
}
