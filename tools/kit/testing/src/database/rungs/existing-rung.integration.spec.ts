import { expect, test } from 'vitest';
import { connect } from '../admin/connect.ts';
import { databaseName, leaseLockClass, lockNumber, templateName } from '../admin/names.ts';
import { databasesOfOurs, sweepDatabases } from '../admin/sweep.ts';
import { startEphemeralServer } from '../embedded/ephemeral-server.ts';
import { useExisting } from './existing-rung.ts';

test('what was still in use when it was looked for is gone when the server is left', async () => {
  const { url, stop } = await startEphemeralServer();
  try {
    await using connection = await connect(url);
    const killed = await connect(url);
    const lease = 'deadbeef';
    await killed.query('SELECT pg_advisory_lock($1, $2)', [leaseLockClass, lockNumber(lease)]);
    for (const name of [databaseName(lease, 1), templateName('0'.repeat(64))])
      await connection.query(`CREATE DATABASE "${name}"`);
    await sweepDatabases(connection);
    expect(await databasesOfOurs(connection)).toHaveLength(2);
    await killed.end();
    await useExisting(url).stop();
    expect(await databasesOfOurs(connection)).toEqual([]);
  } finally {
    await stop();
  }
});
