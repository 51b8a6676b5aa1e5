import { connect } from '../postgres/connect.ts';
import { dropTemplates, sweepDatabases } from '../postgres/sweep-databases.ts';
import type { StartedServer } from '../model/server-provider.ts';

/** A server that was there before us: it stays, what we made on it goes. */
export function useExistingPostgres(url: string): StartedServer {
  const stop = async (): Promise<void> => {
    await using connection = await connect(url);
    // Again, because the server notices a while after us that somebody was killed.
    await sweepDatabases(connection);
    await dropTemplates(connection);
  };
  return { url, ended: new Promise(() => undefined), stop };
}
