import { postgresSources } from '../sources/postgres-sources.ts';
import { type Environment, readSettings } from '../sources/source-settings.ts';
import { acquireFirst } from '../sources/acquire-first.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/**
 * A hold on the test server: the first of TEST_DATABASE_URL, a local server, a container, the embedded binaries.
 * What has to be started is started once per machine, and ends when the last process that holds it is gone.
 */
export async function acquireServer(env: Environment = process.env): Promise<TestServer> {
  return acquireFirst(postgresSources(readSettings(env)), env, openTestServer);
}
