import type { Tenants, TenantScope } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tenantFilters } from './tenant-filter.ts';

export class TenantTransactions implements Tenants<EntityManager> {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  within<Result>(scope: TenantScope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const { organizationId } = scope;
    const em = this.#em.fork();
    em.setSessionContext({ variables: variablesOf(scope) });
    if (organizationId !== undefined)
      for (const filter of tenantFilters(em, organizationId)) em.addFilter(filter);
    return em.transactional(work);
  }
}

/** Local to the transaction: a connection that goes back to the pool knows no tenant. */
function variablesOf({ organizationId = '', userId = '' }: TenantScope): Record<string, string> {
  return { 'app.organization_id': organizationId, 'app.user_id': userId };
}
