import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevelopmentServer } from '../servers/embedded/development-server.ts';
import type { ApiDatabase } from './migrated-database.ts';

/** A migrated database on a PostgreSQL server that no other test uses, so that a test can stop and start it. */
export interface OwnServer extends ApiDatabase {
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/**
 * Starts a PostgreSQL server and migrates a database on it.
 *
 * @param role - the role that the API connects as, which the migrations create
 *
 * @example
 * await using server = await ownServer({ migrate, role: 'vouch_app' });
 * await server.stop();
 */
export async function ownServer({
  migrate,
  role,
}: {
  readonly migrate: (ownerUrl: string) => Promise<void>;
  readonly role: string;
}): Promise<OwnServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'vouch-own-server-'));
  await chmod(dataDirectory, 0o755);
  let server = await startDevelopmentServer({ dataDirectory, temporary: true });
  const { url: adminUrl, port } = server;
  await migrate(adminUrl);
  const appUrl = new URL(adminUrl);
  appUrl.username = role;
  return {
    adminUrl,
    appUrl: appUrl.href,
    stop: () => server.stop(),
    start: async () => {
      server = await startDevelopmentServer({ dataDirectory, port, temporary: true });
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
