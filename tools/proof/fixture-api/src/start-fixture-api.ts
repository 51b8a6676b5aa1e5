import { asAdmin, type RunningApi } from '@vouch/testing/api';
import type pg from 'pg';
import { createServer } from './app/create-server.ts';
import { Tenants } from './app/tenants.ts';
import { createFixtureDatabase } from './database/fixture-database.ts';
import type { Protection } from './protections.ts';

/** A running fixture API. */
export interface FixtureApi extends RunningApi, AsyncDisposable {
  /** Connects as superuser. */
  readonly adminUrl: string;
  /** The connections of the API. */
  readonly pool: pg.Pool;
  /** The code in the last mail to an address. */
  readonly mailedCode: (email: string) => string;
}

/** How a fixture API is started. */
export interface FixtureOptions {
  /** The protections that are switched off. */
  readonly without?: readonly Protection[];
  readonly requestsPerMinute?: number;
  readonly publicWritesPerMinute?: number;
  readonly connections?: number;
}

/**
 * Starts the fixture API on its own database.
 *
 * @example
 * await using api = await startFixtureApi({ without: ['bodyLimit'] });
 */
export async function startFixtureApi({
  without = [],
  requestsPerMinute = Infinity,
  publicWritesPerMinute = Infinity,
  connections = 10,
}: FixtureOptions = {}): Promise<FixtureApi> {
  const database = await createFixtureDatabase();
  const has = (protection: Protection): boolean => !without.includes(protection);
  if (!has('rowSecurity')) await removeRowSecurity(database);
  const tenants = new Tenants(database.appUrl, connections, has);
  const [lines, codes] = [[] as string[], new Map<string, string>()];
  const app = createServer({
    has,
    tenants,
    limits: { requests: requestsPerMinute, publicWrites: publicWritesPerMinute },
    mail: (email, code) => void codes.set(email, code),
    log: (line) => void lines.push(line),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    log: () => lines.join(''),
    adminUrl: database.adminUrl,
    pool: tenants.pool,
    mailedCode: (email) => codes.get(email) ?? '',
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await tenants.pool.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

function removeRowSecurity(database: { readonly adminUrl: string }): Promise<void> {
  return asAdmin(database, async (admin) => {
    for (const table of ['organizations', 'memberships', 'notes'])
      await admin.query(`alter table ${table} disable row level security`);
  });
}
