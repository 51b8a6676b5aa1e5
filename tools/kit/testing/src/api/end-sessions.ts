import type pg from 'pg';
import { expect } from 'vitest';
import { eventually } from '../async/eventually.ts';

/**
 * Ends the sessions of a role in the current database, and waits until they are gone.
 *
 * @param admin - a connection as superuser
 *
 * @example
 * await endSessionsOf(admin, 'vouch_app');
 */
export async function endSessionsOf(admin: pg.Client, role: string): Promise<void> {
  const sessions = 'from pg_stat_activity where datname = current_database() and usename = $1';
  await eventually(async () => {
    await admin.query(`select pg_terminate_backend(pid) ${sessions}`, [role]);
    expect((await admin.query(`select ${sessions}`, [role])).rowCount, `sessions of ${role}`).toBe(0);
  });
}
