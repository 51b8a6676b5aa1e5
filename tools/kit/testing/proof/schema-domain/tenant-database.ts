import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type Query, readRoleWeaknesses, readState, stepByStep } from '../../src/schema/index.ts';
import { acquireServer, type TestDatabase, type TestServer } from '../../src/servers/index.ts';
import { tenantsSql, tenantTables } from './tenants.ts';

/** Returns what a migration with these statements would weaken. Rolls them back. */
type WeakenedBy = (sql: string, role?: 'vouch_owner') => Promise<string[]>;

/** Creates a database with protected tables of tenants for the tests of a file. */
export function useTenantDatabase(): WeakenedBy {
  let server: TestServer;
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    server = await acquireServer();
    const template = await server.template({ key: tenantsSql, build: (url) => run(url, tenantsSql) });
    database = await template.clone();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
  }, 30_000);
  afterAll(async () => {
    await client.end();
    await server.release();
  });

  return (sql, role) => weakenedBy(client, sql, role);
}

async function run(url: string, sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
}

async function weakenedBy(client: pg.Client, sql: string, role?: string): Promise<string[]> {
  await client.query('begin isolation level repeatable read');
  try {
    const query: Query = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
    if (role) await client.query(`set local role ${role}`);
    const { weakenings, failed } = await stepByStep(['change'], {
      read: () => readState(query, tenantTables, readRoleWeaknesses),
      run: () => client.query(sql),
    });
    if (failed) throw failed.error;
    return weakenings.map(({ object, problem }) => `${object}: ${problem}`);
  } finally {
    await client.query('rollback');
  }
}
