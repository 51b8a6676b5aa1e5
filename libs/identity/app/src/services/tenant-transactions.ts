import { tenantFilter, type Tenants, type TenantScope } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { prepared } from './prepared.ts';

export class TenantTransactions implements Tenants<EntityManager> {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  within<Result>(scope: TenantScope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const em = this.#em.fork();
    em.setSessionContext({ variables: variablesOf(scope) });
    em.setFilterParams(tenantFilter, { ...scope });
    return em.transactional(work);
  }

  /** Nothing waits for the answer to what comes before it; should any of it fail, no row is given out. */
  async read<Row extends object>(
    { organizationId = '', userId = '' }: TenantScope,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const pool = await this.#em.getConnection().getNativeClient();
    const client = await pool.connect();
    try {
      const [, , { rows }] = await Promise.all([
        client.query('begin read only'),
        client.query(prepared(enterScope, [organizationId, userId])),
        client.query<Row>(prepared(sql, values)),
        client.query('commit'),
      ]);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

const enterScope = `select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`;

/** Local to the transaction: a connection that goes back to the pool knows no tenant. */
function variablesOf({ organizationId = '', userId = '' }: TenantScope): Record<string, string> {
  return { 'app.organization_id': organizationId, 'app.user_id': userId };
}
