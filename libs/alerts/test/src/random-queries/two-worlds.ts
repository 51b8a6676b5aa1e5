import { alertsEntities } from '@acme/alerts';
import { identityContent } from '@acme/identity-test';
import { TenantTransactions } from '@acme/platform';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { IsolatedDb } from '@vouch/testing';
import {
  differencesSql,
  foreignKeysSql,
  makeWorlds,
  resetWorlds,
  type Table,
  tablesSql,
} from './worlds-sql.ts';

/**
 * One database as a tenant sees it, among others, and the same with nobody else in it, as a superuser sees it. What a
 * query gives in the second is the truth about the first.
 */
export class TwoWorlds implements AsyncDisposable {
  readonly #db: IsolatedDb;
  readonly #tenant: string;
  readonly #tables: readonly Table[];
  readonly #alone: MikroORM;

  private constructor(db: IsolatedDb, tenant: string, tables: readonly Table[], alone: MikroORM) {
    this.#db = db;
    this.#tenant = tenant;
    this.#tables = tables;
    this.#alone = alone;
  }

  static async of(db: IsolatedDb, tenant: string): Promise<TwoWorlds> {
    const tables = await db.admin.query<Table & Record<string, unknown>>(tablesSql);
    const keys = await db.admin.query<{ name: string; definition: string }>(foreignKeysSql);
    await db.admin.query(makeWorlds(tables));
    const keysAlone = keys.map(({ name, definition }) => `alter table ${name} add ${definition}`);
    await db.admin.query(`begin; set local search_path = alone; ${keysAlone.join(';')}; commit`);
    const alone = new MikroORM({
      clientUrl: db.adminUrl,
      entities: [...identityContent.entities, ...alertsEntities],
      driverOptions: { options: '-c search_path=alone' },
    });
    const worlds = new TwoWorlds(db, tenant, tables, alone);
    await worlds.reset();
    return worlds;
  }

  /** As the application's role, for the tenant. */
  amongOthers<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return new TenantTransactions(this.#db.em).write({ organizationId: this.#tenant }, work);
  }

  /** The same past the ORM, as most reads are. */
  readAmongOthers(sql: string, values: readonly unknown[]): Promise<object[]> {
    return new TenantTransactions(this.#db.em).read({ organizationId: this.#tenant }, sql, values);
  }

  /** Past all protection, where there is nothing to be protected from. */
  alone<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#alone.em.fork().transactional(work);
  }

  /** The tables in which the tenant's rows differ between the worlds, or the others' rows were changed. */
  async differences(): Promise<string[]> {
    const rows = await this.#db.admin.query<{ name: string }>(differencesSql(this.#tables, this.#tenant));
    return rows.map(({ name }) => name);
  }

  async reset(): Promise<void> {
    await this.#db.admin.query(resetWorlds(this.#tables, this.#tenant));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#alone.close(true);
  }
}
