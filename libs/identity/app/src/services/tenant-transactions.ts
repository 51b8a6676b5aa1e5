import type { Tenants, TenantScope } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tenantFilter } from './tenant-filter.ts';

export class TenantTransactions implements Tenants<EntityManager> {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  within<Result>(scope: TenantScope, work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const { organizationId } = scope;
    const em = this.#em.fork();
    em.setSessionContext({ variables: variablesOf(scope) });
    if (organizationId !== undefined) em.addFilter(tenantFilter(em, organizationId));
    return em.transactional(work);
  }
}

/** Local to the transaction: a connection that goes back to the pool knows no tenant. */
function variablesOf({ organizationId = '', userId = '' }: TenantScope): Record<string, string> {
  return { 'app.organization_id': organizationId, 'app.user_id': userId };
}
