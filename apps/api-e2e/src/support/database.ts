import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ApiDatabase, migratedDatabase, ownServer, type OwnServer } from '@vouch/testing/api';

const root = join(import.meta.dirname, '../../../..');

/** The role that the API connects as. */
export const role = 'vouch_app';

/** Creates a database that the API's own program has migrated. */
export function createDatabase(): Promise<ApiDatabase> {
  const files = [
    'libs/*/app/src/migrations/*.ts',
    'apps/api/src/migrate.ts',
    'apps/api/src/database/application-role.ts',
  ];
  return migratedDatabase({ migrate, root, files });
}

/** Starts a PostgreSQL server for one test file, and migrates a database on it. */
export function createServer(): Promise<OwnServer> {
  return ownServer({ migrate, role });
}

async function migrate(ownerUrl: string): Promise<void> {
  const application = new URL(ownerUrl);
  application.username = role;
  await promisify(execFile)(process.execPath, [join(root, 'apps/api/src/migrate.ts')], {
    env: { OWNER_DATABASE_URL: ownerUrl, DATABASE_URL: application.href },
  });
}
