import { identityEntities, identityMigrations, identityRoutines } from '@acme/identity';
import { platformMigrations, platformOrm } from '@acme/platform';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { components } from '../components/components.ts';
import { rejectUnsafeRole } from './check-database-access.ts';
import { reclaimDeadConnections } from './reclaim-dead-connections.ts';

/** In the order in which they run. */
export const migrations = [
  ...platformMigrations,
  ...identityMigrations,
  ...components.flatMap(({ migrations: own }) => own),
];

/** Connects one ORM with the entities and migrations of all components. */
export function connect(clientUrl: string, driverOptions: Options['driverOptions'] = {}): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl,
    entities: [...identityEntities, ...components.flatMap(({ entities }) => entities)],
    ...platformOrm,
    extensions: [Migrator, ...platformOrm.extensions],
    routines: [
      ...platformOrm.routines,
      ...identityRoutines,
      ...components.flatMap(({ routines = [] }) => routines),
    ],
    // Only `migrate.ts` creates the database.
    ensureDatabase: false,
    migrations: {
      migrationsList: migrations,
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
    // Sends statements together if they do not depend on each other's results.
    driverOptions: { pipeline: true, ...driverOptions },
  });
}

/** Options for serving requests: short timeouts, and only connections to which row-level security applies. */
export function servingPoolOptions(connections: number): Options['driverOptions'] {
  return {
    max: connections,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 4_000,
    query_timeout: 5_000,
    verify: rejectUnsafeRole,
    onPoolCreated: reclaimDeadConnections,
  };
}

/** Returns whether all migrations that this version of the API knows have run. */
export async function isMigrated(orm: MikroORM): Promise<boolean> {
  const run = await orm.em.execute<{ name: string }[]>('select name from migrations').catch(() => []);
  const names = new Set(run.map(({ name }) => name));
  return migrations.every(({ name }) => names.has(name));
}
