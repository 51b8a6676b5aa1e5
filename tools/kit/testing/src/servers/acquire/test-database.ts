import type { Connection } from '../postgres/connect.ts';
import { appRole, databaseName, keptPrefix, ownerRole } from '../postgres/names.ts';
import { kitDatabases, dropDatabase } from '../postgres/sweep-databases.ts';
import { urlFor } from '../postgres/url.ts';
import { strategyOf } from './build-template.ts';
import type { PostgresRecord } from '../postgres/prepare-server.ts';

/** A database cloned from a template for one user. */
export interface TestDatabase extends AsyncDisposable {
  readonly name: string;
  /** The URL for the role that ran the migrations: it owns all objects and does not bypass row-level security. */
  readonly ownerUrl: string;
  /** The URL for the application role: it reads and writes rows, subject to row-level security. */
  readonly appUrl: string;
  /** The superuser's URL, for set-up and inspection. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
  /**
   * Keeps the database under another name for inspection after the run, and returns the superuser's URL of it. The
   * URL can be printed: it contains only passwords that were made for tests.
   */
  readonly keep: () => Promise<string>;
}

const mostKept = 5;
let count = 0;

export async function cloneTemplate(
  connection: Connection,
  server: PostgresRecord,
  template: string,
  lease: string,
): Promise<TestDatabase> {
  const name = databaseName(lease, (count += 1));
  await connection.query(
    `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER ${ownerRole} ${strategyOf(server)}`,
  );
  const drop = (): Promise<void> => dropDatabase(connection, name);
  return {
    name,
    ownerUrl: urlFor(server.roleUrl, name, { name: ownerRole, password: server.ownerPassword }),
    appUrl: urlFor(server.roleUrl, name, { name: appRole, password: server.appPassword }),
    adminUrl: urlFor(server.url, name),
    drop,
    keep: async () => printable(server, await keep(connection, name)),
    [Symbol.asyncDispose]: drop,
  };
}

async function keep(connection: Connection, name: string): Promise<string> {
  const kept = `${keptPrefix}${name.slice(-20)}`;
  await connection.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [
    name,
  ]);
  await connection.query(`ALTER DATABASE "${name}" RENAME TO "${kept}"`);
  const all = (await kitDatabases(connection)).filter((other) => other.startsWith(keptPrefix));
  for (const old of all.slice(0, -mostKept)) await dropDatabase(connection, old);
  return kept;
}

function printable({ source, url }: PostgresRecord, name: string): string {
  const shown = new URL(urlFor(url, name));
  if (source === 'embedded' || source === 'container') return shown.href;
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
