import { describe, expect, test as base } from 'vitest';
import { connect } from '../../src/servers/postgres/connect.ts';
import { startEphemeralServer } from '../../src/servers/acquire/ephemeral-server.ts';
import { killOnce } from './kill-once.ts';

const test = base.extend('url', { scope: 'file' }, async ({}, { onCleanup }) => {
  const server = await startEphemeralServer();
  onCleanup(server.stop);
  return server.url;
});

async function databasesOn(url: string): Promise<string[]> {
  await using connection = await connect(url);
  const rows = await connection.query<{ name: string }>('SELECT datname AS name FROM pg_database ORDER BY 1');
  return rows.map(({ name }) => name);
}

describe('a killed run on an existing server', { tags: ['slow'] }, () => {
  test.for([
    { signal: 'SIGKILL', victim: 'group', stage: 'template' },
    { signal: 'SIGKILL', victim: 'group', stage: 'test' },
    { signal: 'SIGTERM', victim: 'main', stage: 'clean-up' },
    { signal: 'SIGKILL', victim: 'supervisor', stage: 'test' },
  ] as const)('leaves no database: $signal to $victim at $stage', async (kill, { url }) => {
    const before = await databasesOn(url);
    const { left } = await killOnce(kill, { env: { TEST_DATABASE: 'url', TEST_DATABASE_URL: url } });
    expect(left).toEqual([]);
    expect(await databasesOn(url)).toEqual(before);
  });
});
