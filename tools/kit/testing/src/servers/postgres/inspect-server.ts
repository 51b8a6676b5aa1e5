import { ServerProblem } from '../model/server-problem.ts';
import { type Connection, connect } from './connect.ts';
import { withoutPassword } from './url.ts';

export interface ServerFacts {
  readonly version: string;
  readonly number: number;
  readonly fsync: string;
  /** True if the user can create databases and roles, and see all rows. */
  readonly hasRequiredRights: boolean;
  readonly superuser: boolean;
}

const oldest = 150_000;

/** Checks that a server can be reached and used. Throws the problem if not. */
export async function inspectServer(url: string, timeout?: number): Promise<ServerFacts> {
  await using connection = await connect(url, timeout);
  return await inspectConnection(connection, url);
}

/** Checks a server over an existing connection. */
export async function inspectConnection(connection: Connection, url: string): Promise<ServerFacts> {
  const facts = await read(connection);
  refuseUnfit(facts, url);
  return facts;
}

async function read(connection: Connection): Promise<ServerFacts> {
  const [facts] = await connection.query<ServerFacts>(`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
           current_setting('server_version_num')::int AS number,
           current_setting('fsync') AS fsync,
           rolsuper AS superuser,
           rolsuper OR (rolcreatedb AND rolcreaterole AND rolbypassrls) AS "hasRequiredRights"
      FROM pg_roles WHERE rolname = current_user`);
  if (!facts) throw new Error('pg_roles has no row for the current user');
  return facts;
}

function refuseUnfit({ number, version, hasRequiredRights }: ServerFacts, url: string): void {
  const shown = withoutPassword(url);
  if (number < oldest) {
    throw new ServerProblem(
      'wrong-version',
      `${shown} is PostgreSQL ${version}; 15 or newer is needed.`,
      'Upgrade it, or run with TEST_DATABASE=embedded.',
    );
  }
  if (!hasRequiredRights) {
    const user = decodeURIComponent(new URL(url).username);
    throw new ServerProblem(
      'no-permission',
      `The user of ${shown} cannot create the databases and roles that tests need.`,
      `As superuser run: ALTER ROLE "${user}" CREATEDB CREATEROLE BYPASSRLS; or run with TEST_DATABASE=embedded.`,
    );
  }
}
