import type { Tenants, TenantScope } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tenantFilter } from './tenant-filter.ts';

export class TenantTransactions implements Tenants<EntityManager> {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  within<Result>(scope: TenantScope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    return this.#em.fork().transactional(async (em) => {
      await em.execute(setScope, [scope.organizationId ?? '', scope.userId ?? '']);
      if (scope.organizationId !== undefined) em.addFilter(tenantFilter(em, scope.organizationId));
      return work(em);
    });
  }
}

/** Local to the transaction: a connection that goes back to the pool knows no tenant. */
const setScope = `select set_config('app.organization_id', ?, true), set_config('app.user_id', ?, true)`;
