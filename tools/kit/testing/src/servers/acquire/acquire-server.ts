import { postgresSources } from '../sources/postgres-sources.ts';
import { type Environment, readSettings } from '../sources/source-settings.ts';
import { acquireFirst } from '../sources/acquire-first.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/**
 * Takes a lease on the first test server that is available: TEST_DATABASE_URL, a local server, a container, or the
 * embedded binaries.
 * A server that the kit starts is started once per machine and ends when the last process gives up its lease.
 *
 * @example
 * await using server = await acquireServer();
 * const empty = await server.template({ key: 'empty', build: async () => undefined });
 * await using database = await empty.clone();
 * expect(database.appUrl).toContain('vouch_app');
 */
export async function acquireServer(env: Environment = process.env): Promise<TestServer> {
  return acquireFirst(postgresSources(readSettings(env)), env, openTestServer);
}
