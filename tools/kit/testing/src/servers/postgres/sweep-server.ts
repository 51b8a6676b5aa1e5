import { connect } from './connect.ts';
import { keptPrefix } from './names.ts';
import { kitDatabases, sweepDatabases } from './sweep-databases.ts';

/** Drops the databases of ended leases. Returns false if the server cannot be reached. */
export async function sweepServer(url: string): Promise<boolean> {
  const connection = await connect(url).catch(() => undefined);
  if (!connection) return false;
  try {
    await sweepDatabases(connection);
  } catch (error) {
    // Another process dropped the database first, or the server is shutting down. The next sweep tries again.
    console.error(error);
  }
  await connection.end().catch(() => undefined);
  return true;
}

/** Returns whether the server has databases that were kept for inspection. */
export async function hasKept(url: string): Promise<boolean> {
  const connection = await connect(url).catch(() => undefined);
  if (!connection) return false;
  const names = await kitDatabases(connection).catch(() => []);
  await connection.end().catch(() => undefined);
  return names.some((name) => name.startsWith(keptPrefix));
}
