import { randomBytes } from 'node:crypto';
import { acquireServer } from '../acquire/acquire-server.ts';
import { connect } from '../postgres/connect.ts';
import type { Environment } from '../sources/source-settings.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { TestDatabase } from '../acquire/test-database.ts';
import { timed } from './timed.ts';

/** Runs the steps of a test run once and reports the duration of each. */
export async function* tryPostgres(env: Environment): AsyncGenerator<string> {
  const [server, started] = await timed(() => acquireServer(env));
  try {
    yield `  ✓ ${server.line}: ready in ${started}`;
    const key = `verify-database ${randomBytes(8).toString('hex')}`;
    const [template, built] = await timed(() => server.template({ key, build }));
    yield `  ✓ a template with a table is built in ${built}`;
    const [database, cloned] = await timed(() => template.clone());
    yield `  ✓ a database is cloned from it in ${cloned}`;
    await refuseLeak(database);
    yield '  ✓ the application role is subject to row-level security and cannot change tables';
  } finally {
    await server.release();
  }
  yield '  ✓ the databases are dropped';
}

async function build(ownerUrl: string): Promise<void> {
  await using connection = await connect(ownerUrl);
  await connection.query(`
    CREATE TABLE probe (tenant int);
    ALTER TABLE probe ENABLE ROW LEVEL SECURITY;
    INSERT INTO probe VALUES (1)`);
}

/** Checks the application role: a table with row-level security and no policy has no visible rows for it. */
async function refuseLeak(database: TestDatabase): Promise<void> {
  await using app = await connect(database.appUrl);
  const rows = await app.query('SELECT * FROM probe');
  const altered = await app.query('ALTER TABLE probe ADD x int').then(
    () => true,
    () => false,
  );
  if (rows.length === 0 && !altered) return;
  throw new ServerProblem(
    'no-permission',
    'The role vouch_app can see rows or change tables that it must not, so tests of tenants would prove nothing.',
    'As superuser run: ALTER ROLE vouch_app NOSUPERUSER NOBYPASSRLS, and revoke its memberships.',
  );
}
