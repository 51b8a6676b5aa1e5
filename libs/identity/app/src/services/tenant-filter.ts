import type { EntityName, FilterDef } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * The ORM's own filter on top of row-level security: not what keeps tenants apart, but what lets the planner use
 * the tenant's index and makes a forgotten condition an empty result in tests without a database as well.
 */
export function tenantFilter(em: EntityManager, organizationId: string): FilterDef {
  return {
    name: 'tenant',
    cond: { organization: organizationId },
    entity: entitiesOwnedByOrganizations(em),
    default: true,
  };
}

function entitiesOwnedByOrganizations(em: EntityManager): EntityName[] {
  return [...em.getMetadata().getAll().values()]
    .filter(({ properties }) => 'organization' in properties)
    .map((metadata) => metadata.class);
}
