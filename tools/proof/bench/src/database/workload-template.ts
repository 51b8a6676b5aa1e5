import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Template, TestServer } from '@vouch/testing/servers';
import { entities, migrations } from './workload.ts';

export function buildTemplate(server: TestServer): Promise<Template> {
  return server.template({
    key: `benchmark ${migrations.map((migration) => migration.class.toString()).join('\n')}`,
    build,
  });
}

async function build(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
  });
  await orm.migrator.up();
  await orm.close();
}
