import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevelopmentServer } from '@vouch/testing/servers';
import { migrate, type TestDatabase } from './test-database.ts';

/** A migrated database on a PostgreSQL of its own, which can be stopped and started without anybody else's harm. */
export interface OwnServer extends TestDatabase {
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

export async function ownServer(): Promise<OwnServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'vouch-own-server-'));
  await chmod(dataDirectory, 0o755);
  let server = await startDevelopmentServer({ dataDirectory, temporary: true });
  const { url: adminUrl, port } = server;
  await migrate(adminUrl);
  const appUrl = new URL(adminUrl);
  appUrl.username = 'vouch_app';
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
