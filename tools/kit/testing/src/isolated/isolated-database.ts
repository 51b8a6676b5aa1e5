import pg from 'pg';
import type { TestDatabase } from '../servers/index.ts';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import type { TestDb } from '../test-db/test-db.ts';
import { PoolAdmin } from '../test-db/admin.ts';

/** A database of its own for one test, which may do with it what it likes. */
export interface IsolatedDb extends TestDb {
  /** The address at which the role that owns the tables finds it, for DDL. */
  readonly ownerUrl: string;
  /** The address at which the superuser finds it. */
  readonly adminUrl: string;
}

export interface OpenIsolatedDatabase {
  readonly db: IsolatedDb;
  /** Closes it and drops it; or keeps it, and returns the address for a look. */
  close(keep: boolean): Promise<string | undefined>;
}

export function openIsolatedDatabase(database: TestDatabase, options: OrmOptions): OpenIsolatedDatabase {
  const orm = createOrm(database.appUrl, options);
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 2, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  const { name, appUrl, ownerUrl, adminUrl } = database;
  return {
    db: { name, url: appUrl, ownerUrl, adminUrl, orm, em: orm.em.fork(), admin: new PoolAdmin(pool) },
    close: async (keep) => {
      await Promise.allSettled([orm.close(true), pool.end()]);
      return keep ? database.keep() : void (await database.drop());
    },
  };
}
