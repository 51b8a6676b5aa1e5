import { expect, test } from 'vitest';
import { connect } from '../postgres/connect.ts';
import { databaseName, leaseLockClass, lockNumber, templateName } from '../postgres/names.ts';
import { kitDatabases, sweepDatabases } from '../postgres/sweep-databases.ts';
import { startEphemeralServer } from '../acquire/ephemeral-server.ts';
import { useExistingPostgres } from './existing-postgres.ts';

test('databases that were in use during the sweep are dropped when the server is left', async () => {
  const { url, stop } = await startEphemeralServer();
  try {
    await using connection = await connect(url);
    const killed = await connect(url);
    const lease = 'deadbeef';
    await killed.query('SELECT pg_advisory_lock($1, $2)', [leaseLockClass, lockNumber(lease)]);
    for (const name of [databaseName(lease, 1), templateName('0'.repeat(64))])
      await connection.query(`CREATE DATABASE "${name}"`);
    await sweepDatabases(connection);
    expect(await kitDatabases(connection)).toHaveLength(2);
    await killed.end();
    await useExistingPostgres(url).stop();
    expect(await kitDatabases(connection)).toEqual([]);
  } finally {
    await stop();
  }
});
