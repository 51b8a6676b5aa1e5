import { startOwnServer } from '../supervisor/own-server.ts';

export interface EphemeralServerOptions {
  /** Ends the server when it aborts: with the signal of a test, when the test times out. */
  readonly signal?: AbortSignal;
}

/** An empty PostgreSQL of one's own: fast, and gone with its data when it is stopped or when this process ends. */
export interface EphemeralServer extends AsyncDisposable {
  /** As superuser, to the database `postgres`. */
  readonly url: string;
  /** The same through a socket, which takes a third off a round trip; by address where that cannot be. */
  readonly socketUrl: string;
  readonly version: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL that no other process finds, with no roles or databases of ours.
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
