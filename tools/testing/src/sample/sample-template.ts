import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { acquireServer, type Template, type TestServer } from '../database/index.ts';
import { sampleEntities } from './entities.ts';
import { sampleMigrations } from './migrations.ts';

/** The sample's database, migrated, ready to be cloned. */
export async function sampleTemplate(): Promise<{ server: TestServer; template: Template }> {
  const server = await acquireServer();
  const template = await server.template({
    key: `sample ${sampleMigrations[0]?.class.toString()} 1`,
    build: migrate,
  });
  return { server, template };
}

async function migrate(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [...sampleEntities],
    extensions: [Migrator],
    migrations: { migrationsList: sampleMigrations, snapshot: false, silent: true },
  });
  await orm.migrator.up();
  await orm.close();
}
