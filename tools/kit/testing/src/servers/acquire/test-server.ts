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
  /** Says what is in it: a hash over migrations, seed and whatever else `build` puts in. */
  readonly key: string;
  /** Fills an empty database as its owner: migrations, then seed. Must close its connections. */
  readonly build: (ownerUrl: string) => Promise<void>;
}

export interface Template {
  readonly name: string;
  /** A database of one's own with the template's content. */
  readonly clone: () => Promise<TestDatabase>;
}

/** This process's hold on a test server. Giving it back drops the databases that were made through it. */
export interface TestServer extends AsyncDisposable {
  readonly source: SourceName;
  readonly version: string;
  /** Which server and why, in one line for the start of a run. */
  readonly line: string;
  /** Kind and version, as the cache key of a test task holds them. */
  readonly identity: string;
  /** As superuser. */
  readonly url: string;
  /** To be added to the environment of child processes, which then find the server without looking for it. */
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

/** Changes whenever roles, grants or locale of a template do. */
const layout = 1;

/** The lock tells every process that can see the server, on any machine, that this lease's databases are in use. */
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
