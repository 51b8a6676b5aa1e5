import type { Connection } from './connect.ts';
import { leaseLockClass, leaseOf, lockNumber, prefix, templatePattern } from './names.ts';

/** Drops the databases of leases that have ended, on this machine or another. */
export async function sweepDatabases(connection: Connection): Promise<string[]> {
  // Lists databases before locks: a process takes its lease before it creates a database, so a lease without a lock
  // has ended.
  const ours = await kitDatabases(connection);
  const live = await liveLocks(connection);
  const dead = ours.filter((name) => isDead(name, live));
  for (const name of dead) await dropDatabase(connection, name);
  return dead;
}

/** Drops the templates unless a lease is live: then the last lease drops them. */
export async function dropTemplates(connection: Connection): Promise<void> {
  const templates = (await kitDatabases(connection)).filter((name) => templatePattern.test(name));
  if ((await liveLocks(connection)).size > 0) return;
  for (const name of templates) await dropDatabase(connection, name);
}

export async function dropDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

export async function kitDatabases(connection: Connection): Promise<string[]> {
  const rows = await connection.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY oid',
    [prefix],
  );
  return rows.map(({ name }) => name);
}

function isDead(database: string, live: ReadonlySet<number>): boolean {
  const lease = leaseOf(database);
  return lease !== undefined && !live.has(lockNumber(lease));
}

async function liveLocks(connection: Connection): Promise<Set<number>> {
  const rows = await connection.query<{ lock: number }>(
    `SELECT objid::bigint::int AS lock FROM
       (SELECT CASE WHEN objid::bigint > 2147483647 THEN objid::bigint - 4294967296 ELSE objid::bigint END AS objid
          FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = $1 AND objsubid = 2) AS held`,
    [leaseLockClass],
  );
  return new Set(rows.map(({ lock }) => lock));
}
