import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { acquireServer } from '@vouch/testing/servers';

const root = join(import.meta.dirname, '../../../..');

export interface TestDatabase extends AsyncDisposable {
  readonly appUrl: string;
  readonly adminUrl: string;
}

/** A database that the API's own program has migrated. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await acquireServer();
  const template = await server.template({ key: keyOfMigrations(), build: migrate });
  const database = await template.clone();
  const dispose = async (): Promise<void> => {
    await database.drop();
    await server.release();
  };
  return { appUrl: database.appUrl, adminUrl: database.adminUrl, [Symbol.asyncDispose]: dispose };
}

/** Runs the API's own program. */
export async function migrate(ownerUrl: string): Promise<void> {
  const application = new URL(ownerUrl);
  application.username = 'vouch_app';
  await promisify(execFile)(process.execPath, [join(root, 'apps/api/src/migrate.ts')], {
    env: { OWNER_DATABASE_URL: ownerUrl, DATABASE_URL: application.href },
  });
}

function keyOfMigrations(): string {
  const hash = createHash('sha256');
  const files = [
    ...readdirSync(join(root, 'libs')).flatMap(migrationsOf),
    'apps/api/src/migrate.ts',
    'apps/api/src/database/application-role.ts',
  ].toSorted();
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return `api ${hash.digest('hex')}`;
}

function migrationsOf(component: string): string[] {
  const folder = `libs/${component}/app/src/migrations`;
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
}
