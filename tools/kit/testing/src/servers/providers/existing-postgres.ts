import { connect } from '../postgres/connect.ts';
import { dropTemplates, sweepDatabases } from '../postgres/sweep-databases.ts';
import type { StartedServer } from '../model/server-provider.ts';

/** Uses a server that the kit did not start: the server stays, and the kit's databases are dropped. */
export function useExistingPostgres(url: string): StartedServer {
  const stop = async (): Promise<void> => {
    await using connection = await connect(url);
    // Sweeps once more: PostgreSQL notices a killed client later than the supervisor does.
    await sweepDatabases(connection);
    await dropTemplates(connection);
  };
  return { url, ended: new Promise(() => undefined), stop };
}
