import type { EntityName, FilterDef } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * The ORM's own filters on top of row-level security: not what keeps tenants apart, but what lets the planner use the
 * tenant's index and makes a forgotten condition an empty result in tests without a database as well. An entity says
 * whose it is by a relation or, where organizations are another component's, by their id.
 */
export function tenantFilters(em: EntityManager, organizationId: string): FilterDef[] {
  const filters = ['organization', 'organizationId'].map((property) => ({
    name: `tenant by ${property}`,
    cond: { [property]: organizationId },
    entity: entitiesWith(em, property),
    default: true,
  }));
  return filters.filter(({ entity }) => entity.length > 0);
}

function entitiesWith(em: EntityManager, property: string): EntityName[] {
  return [...em.getMetadata().getAll().values()]
    .filter(({ properties }) => property in properties)
    .map((metadata) => metadata.class);
}
