import { alertsEntities } from '@acme/alerts';
import { identityContent } from '@acme/identity-test';
import { TenantTransactions } from '@acme/platform';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { IsolatedDb } from '@vouch/testing';
import {
  copyTables,
  differencesSql,
  foreignKeysSql,
  resetTables,
  type Table,
  tablesSql,
} from './reference-sql.ts';

/**
 * A copy of a database that holds the rows of one tenant only, without row-level security. The result of a query there
 * is the result that the tenant must get in the database of all tenants.
 */
export class ReferenceDatabase implements AsyncDisposable {
  readonly #db: IsolatedDb;
  readonly #tenant: string;
  readonly #tables: readonly Table[];
  readonly #orm: MikroORM;

  private constructor(db: IsolatedDb, tenant: string, tables: readonly Table[], orm: MikroORM) {
    this.#db = db;
    this.#tenant = tenant;
    this.#tables = tables;
    this.#orm = orm;
  }

  static async of(db: IsolatedDb, tenant: string): Promise<ReferenceDatabase> {
    const tables = await db.admin.query<Table & Record<string, unknown>>(tablesSql);
    const keys = await db.admin.query<{ name: string; definition: string }>(foreignKeysSql);
    await db.admin.query(copyTables(tables));
    const addKeys = keys.map(({ name, definition }) => `alter table ${name} add ${definition}`);
    await db.admin.query(`begin; set local search_path = reference; ${addKeys.join(';')}; commit`);
    const orm = new MikroORM({
      clientUrl: db.adminUrl,
      entities: [...identityContent.entities, ...alertsEntities],
      driverOptions: { options: '-c search_path=reference' },
    });
    const reference = new ReferenceDatabase(db, tenant, tables, orm);
    await reference.reset();
    return reference;
  }

  /** Works in the database of all tenants, for the tenant and with the application's role. */
  asTenant<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return new TenantTransactions(this.#db.em).write({ organizationId: this.#tenant }, work);
  }

  /** Reads in the database of all tenants past the ORM, as most reads of the components do. */
  readAsTenant(sql: string, values: readonly unknown[]): Promise<object[]> {
    return new TenantTransactions(this.#db.em).read({ organizationId: this.#tenant }, sql, values);
  }

  /** Works in the reference database, as a superuser. */
  inReference<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#orm.em.fork().transactional(work);
  }

  /** Returns the tables in which the tenant's rows differ from the reference, or other tenants' rows have changed. */
  async differences(): Promise<string[]> {
    const rows = await this.#db.admin.query<{ name: string }>(differencesSql(this.#tables, this.#tenant));
    return rows.map(({ name }) => name);
  }

  /** Restores the original rows in both databases. */
  async reset(): Promise<void> {
    await this.#db.admin.query(resetTables(this.#tables, this.#tenant));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#orm.close(true);
  }
}
