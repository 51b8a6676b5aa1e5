import { alertsEntities, alertsMigrations } from '@acme/alerts';
import { identityEntities, identityMigrations } from '@acme/identity';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

/** All components' entities and migrations in one ORM. */
export function connect(clientUrl: string): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl,
    entities: [...identityEntities, ...alertsEntities],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...identityMigrations, ...alertsMigrations],
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
    pool: { min: 0, max: 10 },
    driverOptions: { connectionTimeoutMillis: 3_000, statement_timeout: 10_000, query_timeout: 12_000 },
  });
}
