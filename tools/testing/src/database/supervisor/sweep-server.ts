import { connect } from '../admin/connect.ts';
import { sweepDatabases } from '../admin/sweep.ts';

/** Drops what dead leases left on a server. A server that cannot be reached has nothing left to sweep. */
export async function sweepServer(url: string): Promise<void> {
  try {
    await using connection = await connect(url);
    await sweepDatabases(connection);
  } catch (error) {
    console.error(error);
  }
}
