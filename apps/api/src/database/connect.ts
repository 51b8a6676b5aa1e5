import { identityEntities, identityMigrations, identityOrm } from '@acme/identity';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { components } from '../components/components.ts';
import { healPool } from './heal-pool.ts';
import { refuseUnsafeRole } from './refuse-unsafe-role.ts';

/** In the order in which they run. */
export const migrations = [...identityMigrations, ...components.flatMap(({ migrations: own }) => own)];

/** All components' entities and migrations in one ORM. */
export function connect(clientUrl: string, driverOptions: Options['driverOptions'] = {}): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl,
    entities: [...identityEntities, ...components.flatMap(({ entities }) => entities)],
    ...identityOrm,
    extensions: [Migrator, ...identityOrm.extensions],
    routines: [...identityOrm.routines, ...components.flatMap(({ routines = [] }) => routines)],
    // Whoever serves makes no database; whoever migrates says so.
    ensureDatabase: false,
    migrations: {
      migrationsList: migrations,
      tableName: 'migrations',
      snapshot: false,
      silent: true,
    },
    // Statements that need not wait for each other's answers travel together.
    driverOptions: { pipeline: true, ...driverOptions },
  });
}

/** For whoever serves requests: nobody waits long for a database that does not answer, or sees more than their tenant. */
export function impatient(connections: number): Options['driverOptions'] {
  return {
    max: connections,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 4_000,
    query_timeout: 5_000,
    verify: refuseUnsafeRole,
    onPoolCreated: healPool,
  };
}
