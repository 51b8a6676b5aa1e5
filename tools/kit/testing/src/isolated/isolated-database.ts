import pg from 'pg';
import type { TestDatabase } from '../servers/index.ts';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import type { TestDb } from '../test-db/test-db.ts';
import { PoolAdmin } from '../test-db/admin.ts';

/** A database for one test, which may change anything in it. */
export interface IsolatedDb extends TestDb {
  /** The URL for the role that owns the tables, for DDL. */
  readonly ownerUrl: string;
  /** The superuser's URL. */
  readonly adminUrl: string;
}

export interface OpenIsolatedDatabase {
  readonly db: IsolatedDb;
  /** Closes the database, and drops it or keeps it. Returns the URL of a kept one. */
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
