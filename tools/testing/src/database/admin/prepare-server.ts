import { createHmac } from 'node:crypto';
import { DatabaseProblem } from '../problem.ts';
import { type Connection, connect } from './connect.ts';
import { appRole, ownerRole } from './names.ts';
import { urlFor, withoutPassword } from './url.ts';

export interface PreparedServer {
  readonly version: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly durable: boolean;
}

interface Facts {
  readonly version: string;
  readonly number: number;
  readonly fsync: string;
  readonly mayAll: boolean;
  readonly superuser: boolean;
}

const oldest = 150_000;

/** Checks that a server can be used and sees to the two roles under which tests work. */
export async function prepareServer(url: string): Promise<PreparedServer> {
  await using connection = await connect(url);
  const facts = await lookAt(connection);
  refuseUnfit(facts, url);
  const [ownerPassword, appPassword] = [passwordOf(url, ownerRole), passwordOf(url, appRole)];
  await ensureRole(connection, url, { name: ownerRole, password: ownerPassword });
  await ensureRole(connection, url, { name: appRole, password: appPassword });
  if (!facts.superuser) await connection.query(`GRANT ${ownerRole}, ${appRole} TO CURRENT_USER`);
  return { version: facts.version, ownerPassword, appPassword, durable: facts.fsync !== 'off' };
}

async function lookAt(connection: Connection): Promise<Facts> {
  const [facts] = await connection.query<Facts>(`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
           current_setting('server_version_num')::int AS number,
           current_setting('fsync') AS fsync,
           rolsuper AS superuser,
           rolsuper OR (rolcreatedb AND rolcreaterole AND rolbypassrls) AS "mayAll"
      FROM pg_roles WHERE rolname = current_user`);
  if (!facts) throw new Error('pg_roles has no row for the current user');
  return facts;
}

function refuseUnfit({ number, version, mayAll }: Facts, url: string): void {
  const shown = withoutPassword(url);
  if (number < oldest) {
    throw new DatabaseProblem(
      'wrong-version',
      `${shown} is PostgreSQL ${version}; 15 or newer is needed.`,
      'Upgrade it, or run with TEST_DATABASE=embedded.',
    );
  }
  if (!mayAll) {
    const user = decodeURIComponent(new URL(url).username);
    throw new DatabaseProblem(
      'no-permission',
      `The user of ${shown} may not make the databases and roles that tests need.`,
      `As superuser run: ALTER ROLE "${user}" CREATEDB CREATEROLE BYPASSRLS — or run with TEST_DATABASE=embedded.`,
    );
  }
}

/** The same in every process and on every machine that knows the server, and of no use to one that does not. */
function passwordOf(url: string, role: string): string {
  const { password } = new URL(url);
  return createHmac('sha256', decodeURIComponent(password))
    .update(`vouch:${role}`)
    .digest('base64url')
    .slice(0, 32);
}

async function ensureRole(
  connection: Connection,
  url: string,
  role: { name: string; password: string },
): Promise<void> {
  if (await canLogIn(url, role)) return;
  await connection.query(`
    DO $$ BEGIN
      CREATE ROLE ${role.name};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  await connection.query(
    `ALTER ROLE ${role.name} WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${role.password}'`,
  );
  await connection.query(`ALTER ROLE ${role.name} SET timezone = 'UTC'`);
}

async function canLogIn(url: string, role: { name: string; password: string }): Promise<boolean> {
  try {
    await using _connection = await connect(urlFor(url, new URL(url).pathname.slice(1) || 'postgres', role));
    return true;
  } catch {
    return false;
  }
}
