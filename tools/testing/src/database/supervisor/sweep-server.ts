import { connect } from '../admin/connect.ts';
import { sweepDatabases } from '../admin/sweep.ts';

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
