import { createHmac } from 'node:crypto';
import type { ServerRecord } from '../model/server-record.ts';
import { type Connection, connect } from './connect.ts';
import { inspectConnection } from './inspect-server.ts';
import { appRole, ownerRole } from './names.ts';
import { cannotLogIn, cannotCreate, tooPrivileged } from './role-problems.ts';
import { urlFor } from './url.ts';

/** A PostgreSQL server with the two roles that tests use. */
export interface PostgresRecord extends ServerRecord {
  /**
   * The URL without its role and password. It is a TCP address where the superuser logs in through a socket without a
   * password.
   */
  readonly roleUrl: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** True if the server writes to a disk, which decides how databases are copied. */
  readonly durable: boolean;
}

interface Role {
  readonly name: string;
  readonly password: string;
}

/** Checks a server and creates the two roles that tests use. */
export async function prepareServer(url: string): Promise<Omit<PostgresRecord, 'source' | 'url'>> {
  await using connection = await connect(url);
  const facts = await inspectConnection(connection, url);
  const owner: Role = { name: ownerRole, password: passwordOf(url, ownerRole) };
  const app: Role = { name: appRole, password: passwordOf(url, appRole) };
  const roleUrl = urlOfRoles(url);
  await ensureRoles(connection, roleUrl, [owner, app]);
  if (!facts.superuser) await connection.query(`GRANT ${ownerRole}, ${appRole} TO CURRENT_USER`);
  return {
    version: facts.version,
    roleUrl,
    ownerPassword: owner.password,
    appPassword: app.password,
    durable: facts.fsync !== 'off',
  };
}

/** Returns the TCP address: sockets usually let a user of the machine log in only under his own name. */
function urlOfRoles(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.get('host')?.startsWith('/')) return url;
  address.searchParams.delete('host');
  return address.href;
}

/** Derives a role's password from the server's password: every process that can log in as superuser gets the same one. */
function passwordOf(url: string, role: string): string {
  const { password } = new URL(url);
  return createHmac('sha256', decodeURIComponent(password))
    .update(`vouch:${role}`)
    .digest('base64url')
    .slice(0, 32);
}

async function ensureRoles(connection: Connection, url: string, roles: readonly Role[]): Promise<void> {
  const found = await connection.query<FoundRole>(`
    SELECT rolname AS name, rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls AS privileged FROM pg_roles`);
  for (const role of roles) {
    if (found.some(({ name, privileged }) => name === role.name && privileged))
      throw tooPrivileged(url, role);
  }
  await Promise.all(roles.map((role) => ensureRole(connection, url, role, found)));
}

async function ensureRole(
  connection: Connection,
  url: string,
  role: Role,
  found: readonly FoundRole[],
): Promise<void> {
  if (found.some(({ name }) => name === role.name) && (await logIn(url, role)) === undefined) return;
  await makeRole(connection, role).catch((error: unknown) => {
    throw cannotCreate(url, role, error as Error);
  });
  const problem = await logIn(url, role);
  if (problem !== undefined) throw cannotLogIn(url, role, problem);
}

interface FoundRole {
  readonly name: string;
  readonly privileged: boolean;
}

/** Creates a role that can only log in. Two machines may do this at the same time. */
async function makeRole(connection: Connection, { name, password }: Role): Promise<void> {
  await connection.query(`
    DO $$ BEGIN
      CREATE ROLE ${name};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    ALTER ROLE ${name} WITH LOGIN PASSWORD '${password}';
    ALTER ROLE ${name} SET timezone = 'UTC'`);
}

/** Returns the reason why a role cannot log in; undefined if it can. */
async function logIn(url: string, role: Role): Promise<Error | undefined> {
  try {
    await using _connection = await connect(urlFor(url, new URL(url).pathname.slice(1), role));
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
