import type pg from 'pg';

/** Gives the holder of a dead connection time to release it. */
const grace = 100;

/**
 * Reclaims connections that ended while they were in use. A transaction whose BEGIN, COMMIT or ROLLBACK fails with its
 * connection never releases it, and the pool would run out of connections.
 */
export function reclaimDeadConnections(pool: pg.Pool): void {
  const held = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => void held.add(client));
  pool.on('release', (_error, client) => void held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => setTimeout(reclaim, grace, client).unref());
  });

  function reclaim(client: pg.PoolClient): void {
    if (!held.delete(client)) return;
    client.release(true);
    // Its holder may still release it: a second release would throw.
    client.release = () => undefined;
  }
}
