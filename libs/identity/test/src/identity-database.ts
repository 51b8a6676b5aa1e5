import { identityEntities, identityMigrations } from '@acme/identity';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { acquireServer } from '@vouch/testing/database';

export interface IdentityDatabase extends AsyncDisposable {
  /** As the application's role: row-level security holds. */
  readonly orm: MikroORM;
  /** As superuser: to look at everything. */
  readonly admin: MikroORM;
}

/** A migrated database of one's own. */
export async function identityDatabase(): Promise<IdentityDatabase> {
  const server = await acquireServer();
  const template = await server.template({ key: templateKey(), build: migrate });
  const database = await template.clone();
  const [orm, admin] = await Promise.all([connect(database.appUrl), connect(database.adminUrl)]);
  const dispose = async (): Promise<void> => {
    await Promise.all([orm.close(), admin.close()]);
    await database.drop();
    await server.release();
  };
  return { orm, admin, [Symbol.asyncDispose]: dispose };
}

async function migrate(ownerUrl: string): Promise<void> {
  const orm = await connect(ownerUrl);
  await orm.migrator.up();
  await orm.close();
}

function connect(clientUrl: string): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl,
    entities: [...identityEntities],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...identityMigrations],
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
  });
}

function templateKey(): string {
  return JSON.stringify(identityMigrations.map(({ name, class: migration }) => [name, migration.toString()]));
}
