import { hash } from 'node:crypto';
import type { RunSql, Tenants, TenantScope } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { tenantFilter } from './tenant-owned.ts';

export class TenantTransactions implements Tenants<EntityManager> {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  /** Sends all statements at once. If one of them fails, no rows are returned and the connection is closed. */
  async read<Row extends object>(
    scope: TenantScope,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const pool = await this.#em.getConnection().getNativeClient();
    const client = await pool.connect();
    try {
      const [, , { rows }] = await Promise.all([
        client.query('begin read only'),
        isEmpty(scope) ? undefined : client.query(setScope(scope)),
        client.query<Row>(preparedStatement(sql, values)),
        client.query('commit'),
      ]);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  write<Result>(
    scope: TenantScope,
    work: (em: EntityManager, sql: RunSql) => Promise<Result>,
  ): Promise<Result> {
    const em = this.#em.fork();
    em.setSessionContext({ variables: variablesOf(scope) });
    em.setFilterParams(tenantFilter, { ...scope });
    return em.transactional((transaction) => work(transaction, sqlIn(transaction)));
  }
}

function sqlIn(em: EntityManager): RunSql {
  return async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
    const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(sql, [...values]));
    return rows;
  };
}

function isEmpty({ organizationId, userId }: TenantScope): boolean {
  return organizationId === undefined && userId === undefined;
}

/** The settings are local to the transaction: a connection returns to the pool without a tenant. */
function setScope({ organizationId = '', userId = '' }: TenantScope): pg.QueryConfig {
  const sql = `select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`;
  return preparedStatement(sql, [organizationId, userId]);
}

function variablesOf({ organizationId = '', userId = '' }: TenantScope): Record<string, string> {
  return { 'app.organization_id': organizationId, 'app.user_id': userId };
}

/** A statement that each connection parses and plans once. Its rows need no mapping: times are ISO 8601 text. */
function preparedStatement(text: string, values: readonly unknown[]): pg.QueryConfig {
  return { name: hash('sha1', text, 'base64url'), text, values: [...values], types };
}

const types = new pg.TypeOverrides();
const toDate = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => toDate(text).toISOString());
