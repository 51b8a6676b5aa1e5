import pg from 'pg';
import { connectUnguarded } from './foreign-clients.ts';

/** The addresses of one database: for whom may do everything, and for the role that the application has. */
export interface DatabaseUrls {
  readonly name: string;
  readonly adminUrl: string;
  readonly appUrl: string;
}

/** What the sandbox has to know about its database, looked up once. */
export interface SandboxTarget extends DatabaseUrls {
  readonly appRole: string;
  /** Whether the administrator can lend the test's own connection to `admin`; else that handle is not to be had. */
  readonly hasAdmin: boolean;
  /** Constraints that PostgreSQL checks at COMMIT, so that the sandbox must have them checked there too. */
  readonly deferred: readonly string[];
  readonly deferrable: boolean;
}

/** Looks at a database and closes it to everyone but the sandbox, so that nothing can be committed past it. */
export async function prepareTarget(urls: DatabaseUrls): Promise<SandboxTarget> {
  const client = new pg.Client({ connectionString: urls.adminUrl });
  await connectUnguarded(client);
  try {
    const appRole = decodeURIComponent(new URL(urls.appUrl).username);
    const hasAdmin = await isSuperuser(client);
    if (hasAdmin) await closeDatabase(client, urls.name, appRole);
    return { ...urls, appRole, hasAdmin, ...(await deferrableConstraints(client)) };
  } finally {
    await client.end();
  }
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const sql = 'select rolsuper from pg_roles where rolname = current_user';
  return (await client.query<{ rolsuper: boolean }>(sql)).rows[0]?.rolsuper === true;
}

async function closeDatabase(client: pg.Client, name: string, appRole: string): Promise<void> {
  const roles = `public, ${pg.escapeIdentifier(appRole)}`;
  await client.query(`revoke connect on database ${pg.escapeIdentifier(name)} from ${roles}`);
}

const constraintsSql = `
  select quote_ident(n.nspname) || '.' || quote_ident(c.conname) as name, c.condeferred as deferred
  from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.condeferrable`;

async function deferrableConstraints(
  client: pg.Client,
): Promise<Pick<SandboxTarget, 'deferred' | 'deferrable'>> {
  const { rows } = await client.query<{ name: string; deferred: boolean }>(constraintsSql);
  return { deferrable: rows.length > 0, deferred: rows.filter((row) => row.deferred).map((row) => row.name) };
}
