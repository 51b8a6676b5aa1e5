import { connect, type Connection } from '../postgres/connect.ts';
import { lockNumber, ownerRole, appRole, scratchName, templateLockClass } from '../postgres/names.ts';
import { dropDatabase } from '../postgres/sweep-databases.ts';
import { urlFor } from '../postgres/url.ts';
import type { PostgresRecord } from '../postgres/prepare-server.ts';

export interface TemplatePlan {
  readonly server: PostgresRecord;
  readonly lease: string;
  readonly hash: string;
  readonly name: string;
  /** Fills an empty database: migrations, then seed. */
  readonly build: (ownerUrl: string) => Promise<void>;
}

/** Builds a template unless it exists. If several processes want the same template, one builds it and the others wait. */
export async function ensureTemplate(plan: TemplatePlan): Promise<void> {
  await using connection = await connect(plan.server.url);
  if (await exists(connection, plan.name)) return;
  // The lock ends with the connection, so the next process can build if this one dies.
  await connection.query('SELECT pg_advisory_lock($1, $2)', [templateLockClass, lockNumber(plan.hash)]);
  if (await exists(connection, plan.name)) return;
  await buildUnderScratchName(connection, plan);
}

async function buildUnderScratchName(connection: Connection, plan: TemplatePlan): Promise<void> {
  const scratch = scratchName(plan.lease, plan.hash);
  await dropDatabase(connection, scratch);
  try {
    await connection.query(
      `CREATE DATABASE "${scratch}" OWNER ${ownerRole} TEMPLATE template0 ${strategyOf(plan.server)} ${localeOf(plan.server)}`,
    );
    await fill(scratch, plan);
    await close(connection, scratch);
    await connection.query(`ALTER DATABASE "${scratch}" RENAME TO "${plan.name}"`);
  } catch (error) {
    await dropDatabase(connection, scratch).catch(() => undefined);
    throw error;
  }
}

/** Grants rights as superuser and builds as owner. ANALYZE gives the planner statistics of the finished tables. */
async function fill(scratch: string, { server, build }: TemplatePlan): Promise<void> {
  await using admin = await connect(urlFor(server.url, scratch));
  await admin.query(grants);
  await build(urlFor(server.roleUrl, scratch, { name: ownerRole, password: server.ownerPassword }));
  await admin.query('ANALYZE');
}

/** Chooses how databases are copied: a server in memory copies files faster than it writes them to its log. */
export function strategyOf({ durable }: PostgresRecord): string {
  return `STRATEGY ${durable ? 'WAL_LOG' : 'FILE_COPY'}`;
}

async function exists(connection: Connection, name: string): Promise<boolean> {
  return (await connection.query('SELECT FROM pg_database WHERE datname = $1', [name])).length > 0;
}

/** Sorts text by code point, so that every server sorts alike. */
function localeOf({ version }: PostgresRecord): string {
  const builtin = Number.parseInt(version, 10) >= 17;
  return builtin
    ? "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'"
    : "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";
}

/** Lets the application role use what the owner creates, without changing its structure. */
const grants = `
  GRANT USAGE ON SCHEMA public TO ${appRole};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerRole} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerRole} GRANT USAGE, SELECT ON SEQUENCES TO ${appRole};
  ALTER DEFAULT PRIVILEGES FOR ROLE ${ownerRole} GRANT USAGE ON SCHEMAS TO ${appRole}`;

/** Closes a template to sessions: PostgreSQL cannot clone a database that has one. */
async function close(connection: Connection, name: string): Promise<void> {
  await connection.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await connection.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [
    name,
  ]);
}
