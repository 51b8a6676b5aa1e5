import type pg from 'pg';

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
