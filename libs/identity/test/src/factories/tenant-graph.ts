import { OrganizationEntity } from '@acme/identity';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Refuses a thing whose parents belong to different organizations: the database would do so later and less clearly. */
export function requireOneTenant(factory: string, parents: readonly unknown[]): void {
  const tenants = new Map(parents.flatMap(tenantsOf).map((tenant) => [tenant.id, tenant.name]));
  if (tenants.size <= 1) return;
  throw new Error(
    `${factory} was given parents of ${tenants.size} organizations: ${[...tenants.values()].join(', ')}. ` +
      'One graph is one tenant: make the parents with for(organization), or leave them to the factory.',
  );
}

/** Something that a factory made, and whose it is. */
export interface Made<Entity> {
  readonly entity: Entity;
  readonly tenant: OrganizationEntity | undefined;
}

/** Saves entities and their parents, tenant by tenant, as the database demands it of the application's role. */
export async function save(em: EntityManager, made: readonly Made<object>[]): Promise<void> {
  for (const [tenant, group] of Map.groupBy(made, (one) => one.tenant)) {
    const entities = group.map(({ entity }) => entity);
    await saveAs(em, entities, tenant);
  }
}

async function saveAs(
  em: EntityManager,
  entities: readonly object[],
  tenant?: OrganizationEntity,
): Promise<void> {
  await em.begin();
  try {
    await em.execute(setTenant, [tenant?.id ?? '']);
    // First and by itself: entities of other components know it by its id alone, and nothing would put it before them.
    if (tenant) await em.persist(tenant).flush();
    await em.persist(entities).flush();
    await em.execute(setTenant, ['']);
    await em.commit();
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

const setTenant = `select set_config('app.organization_id', ?, true)`;

function tenantsOf(parent: unknown): Pick<OrganizationEntity, 'id' | 'name'>[] {
  if (parent === undefined || parent === null) return [];
  if (isOrganization(parent)) return [parent];
  const { organization, organizationId } = parent as { organization?: unknown; organizationId?: unknown };
  if (isOrganization(organization)) return [organization];
  return typeof organizationId === 'string' ? [{ id: organizationId, name: organizationId }] : [];
}

function isOrganization(value: unknown): value is OrganizationEntity {
  return value instanceof OrganizationEntity.class;
}
