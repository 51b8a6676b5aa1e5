import { startOwnServer } from '../supervisor/own-server.ts';

export interface EphemeralServerOptions {
  /** Ends the server when the signal aborts, for example when a test times out. */
  readonly signal?: AbortSignal;
}

/**
 * An empty PostgreSQL that only this process uses. It ends, and its data are removed, when it is stopped or when this
 * process ends.
 */
export interface EphemeralServer extends AsyncDisposable {
  /** The superuser's URL of the database `postgres`. */
  readonly url: string;
  /**
   * The same through a Unix socket, which makes a round trip a third faster; the TCP address where no socket is
   * possible.
   */
  readonly socketUrl: string;
  readonly version: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL that no other process uses, without the kit's roles and databases.
 *
 * @example
 * test('…', async ({ signal }) => {
 *   await using server = await startEphemeralServer({ signal });
 * });
 */
export async function startEphemeralServer({
  signal,
}: EphemeralServerOptions = {}): Promise<EphemeralServer> {
  const { record, stop } = await startOwnServer({ service: 'postgres', source: 'embedded' }, signal);
  const byAddress = new URL(record.url);
  byAddress.searchParams.delete('host');
  return {
    url: byAddress.href,
    socketUrl: record.url,
    version: record.version,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
