import { createHash } from 'node:crypto';
import { type Connection, connect } from '../postgres/connect.ts';
import { leaseLockClass, leaseOf, lockNumber, templateName } from '../postgres/names.ts';
import { kitDatabases, dropDatabase } from '../postgres/sweep-databases.ts';
import { serverLine } from '../sources/server-line.ts';
import type { ServerContext } from '../sources/acquire-first.ts';
import type { JoinedServer } from '../supervisor/join-server.ts';
import type { PostgresRecord } from '../postgres/prepare-server.ts';
import type { SourceName } from '../model/server-record.ts';
import { ensureTemplate } from './build-template.ts';
import { cloneTemplate, type TestDatabase } from './test-database.ts';

export interface TemplateOptions {
  /** Identifies the content: a hash over migrations, seed and all else that `build` inserts. */
  readonly key: string;
  /** Fills an empty database as its owner: migrations, then seed. Must close its connections. */
  readonly build: (ownerUrl: string) => Promise<void>;
}

export interface Template {
  readonly name: string;
  /** Creates a database with the template's content. */
  readonly clone: () => Promise<TestDatabase>;
}

/** This process's lease on a test server. Releasing it drops the databases that were created through it. */
export interface TestServer extends AsyncDisposable {
  readonly source: SourceName;
  readonly version: string;
  /** The server and how it was chosen, as one line for the start of a run. */
  readonly line: string;
  /** Kind and version of the server, as in the cache key of a test task. */
  readonly identity: string;
  /** The superuser's URL. */
  readonly url: string;
  /** Variables for the environment of child processes, which then use this server without probing. */
  readonly environment: Readonly<Record<string, string>>;
  readonly template: (options: TemplateOptions) => Promise<Template>;
  readonly release: () => Promise<void>;
}

export async function openTestServer(
  joined: JoinedServer<PostgresRecord>,
  context: ServerContext,
): Promise<TestServer> {
  const { server, lease, leave } = joined;
  const connection = await holdLease(server.url, lease.id).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const release = async (): Promise<void> => {
    await dropOwn(connection, lease.id).finally(leave);
  };
  return {
    source: server.source,
    version: server.version,
    line: serverLine('PostgreSQL', server, context.skipped),
    identity: context.identity,
    environment: context.environment,
    url: server.url,
    release,
    [Symbol.asyncDispose]: release,
    template: async ({ key, build }) => {
      const hash = createHash('sha256').update(`${server.version}\n${layout}\n${key}`).digest('hex');
      const name = templateName(hash);
      await ensureTemplate({ server, lease: lease.id, hash, name, build });
      return { name, clone: () => cloneTemplate(connection, server, name, lease.id) };
    },
  };
}

/** Increase this number when roles, grants or the locale of templates change. */
const layout = 1;

/**
 * Takes the lock that marks this lease's databases as in use, for all processes that can see the server, on any
 * machine.
 */
async function holdLease(url: string, lease: string): Promise<Connection> {
  const connection = await connect(url);
  await connection.query('SELECT pg_advisory_lock($1, $2)', [leaseLockClass, lockNumber(lease)]);
  return connection;
}

async function dropOwn(connection: Connection, lease: string): Promise<void> {
  if (connection.lost()) return;
  const own = (await kitDatabases(connection)).filter((name) => leaseOf(name) === lease);
  for (const name of own) await dropDatabase(connection, name);
  await connection.end();
}
