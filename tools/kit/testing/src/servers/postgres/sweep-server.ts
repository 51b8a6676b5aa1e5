import { connect } from './connect.ts';
import { keptPrefix } from './names.ts';
import { kitDatabases, sweepDatabases } from './sweep-databases.ts';

/** Drops what dead leases left on a server. Returns whether the server could be reached at all. */
export async function sweepServer(url: string): Promise<boolean> {
  const connection = await connect(url).catch(() => undefined);
  if (!connection) return false;
  try {
    await sweepDatabases(connection);
  } catch (error) {
    // somebody else dropped it first, or it ended just now: the next round sees
    console.error(error);
  }
  await connection.end().catch(() => undefined);
  return true;
}

/** Whether there are databases on it that a person asked to be kept. */
export async function hasKept(url: string): Promise<boolean> {
  const connection = await connect(url).catch(() => undefined);
  if (!connection) return false;
  const names = await kitDatabases(connection).catch(() => []);
  await connection.end().catch(() => undefined);
  return names.some((name) => name.startsWith(keptPrefix));
}
