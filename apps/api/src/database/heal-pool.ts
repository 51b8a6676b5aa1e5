import pg from 'pg';

/**
 * A connection on which a query was given up is still busy with it, and would keep whoever gets it next waiting. This
 * one ends instead.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...parts: unknown[]) => unknown;
    const watched = (...parts: unknown[]): unknown => {
      const result = query(...parts);
      if (result instanceof Promise) result.catch((error: unknown) => this.#endIfGivenUp(error));
      return result;
    };
    this.query = watched as typeof this.query;
  }

  #endIfGivenUp(error: unknown): void {
    if (!(error instanceof Error) || error.message !== 'Query read timeout') return;
    const { connection } = this as unknown as { connection: { stream: { destroy: () => void } } };
    connection.stream.destroy();
  }
}

/** Long enough for whoever holds a connection to give it back by themselves. */
const grace = 100;

/**
 * Takes back connections that ended while somebody held them. A transaction whose BEGIN, COMMIT or ROLLBACK fails with
 * its connection never gives it back, and after as many of them as the pool is large nobody would get one any more.
 */
export function healPool(pool: pg.Pool): void {
  const held = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => void held.add(client));
  pool.on('release', (_error, client) => void held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => setTimeout(takeBack, grace, client).unref());
  });

  function takeBack(client: pg.PoolClient): void {
    if (!held.delete(client)) return;
    client.release(true);
    // Whoever still holds it may give it back later, and would be told off for the second time.
    client.release = () => undefined;
  }
}
