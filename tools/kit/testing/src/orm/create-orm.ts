import { MikroORM, type Options, PostgreSqlDriver } from '@mikro-orm/postgresql';

/** A component's ORM options. The kit adds the address of the database. */
export type OrmOptions = Omit<
  Options,
  'clientUrl' | 'dbName' | 'host' | 'port' | 'user' | 'password' | 'driver'
>;

const colors = 'MIKRO_ORM_COLORS';

/** Creates an ORM for a database. It is not connected yet. */
export function createOrm(clientUrl: string, options: OrmOptions): MikroORM {
  const before = process.env[colors];
  const orm = new MikroORM({ ...options, driver: PostgreSqlDriver, clientUrl });
  if (before === undefined) Reflect.deleteProperty(process.env, colors);
  return leaveEnvironmentAlone(orm);
}

/** Stops MikroORM from writing an environment variable with every fork, which the guards would attribute to the test. */
function leaveEnvironmentAlone(orm: MikroORM): MikroORM {
  const sync = (): void => orm.config.getLogger().setDebugMode(orm.config.get('debug'));
  Object.assign(orm.config, { sync });
  return orm;
}
