import { MikroORM, type Options, PostgreSqlDriver } from '@mikro-orm/postgresql';

/** What a component gives the kit of its ORM configuration; the kit adds where the database is. */
export type OrmOptions = Omit<
  Options,
  'clientUrl' | 'dbName' | 'host' | 'port' | 'user' | 'password' | 'driver'
>;

const colors = 'MIKRO_ORM_COLORS';

/** An ORM over a database, not connected yet. */
export function createOrm(clientUrl: string, options: OrmOptions): MikroORM {
  const before = process.env[colors];
  const orm = new MikroORM({ ...options, driver: PostgreSqlDriver, clientUrl });
  if (before === undefined) Reflect.deleteProperty(process.env, colors);
  return leaveEnvironmentAlone(orm);
}

/** MikroORM writes an environment variable with every fork, which would look as if the test had done it. */
function leaveEnvironmentAlone(orm: MikroORM): MikroORM {
  const sync = (): void => orm.config.getLogger().setDebugMode(orm.config.get('debug'));
  Object.assign(orm.config, { sync });
  return orm;
}
