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

/** Saves entities and their parents, tenant by tenant, as the database demands it of the application's role. */
export async function save<Entity extends object>(
  em: EntityManager,
  entities: readonly Entity[],
  tenants: readonly (OrganizationEntity | undefined)[],
): Promise<void> {
  const groups = Map.groupBy(entities.keys(), (index) => tenants[index]);
  for (const [tenant, indexes] of groups) {
    const own = [...indexes].flatMap((index) => entities[index] ?? []);
    await saveAs(em, [...(tenant ? [tenant] : []), ...own], tenant?.id ?? '');
  }
}

async function saveAs(em: EntityManager, entities: readonly object[], organizationId: string): Promise<void> {
  await em.begin();
  try {
    await em.execute(setTenant, [organizationId]);
    await em.persist(entities).flush();
    await em.execute(setTenant, ['']);
    await em.commit();
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

const setTenant = `select set_config('app.organization_id', ?, true)`;

function tenantsOf(parent: unknown): OrganizationEntity[] {
  if (parent === undefined || parent === null) return [];
  if (isOrganization(parent)) return [parent];
  const { organization } = parent as { organization?: unknown };
  return isOrganization(organization) ? [organization] : [];
}

function isOrganization(value: unknown): value is OrganizationEntity {
  return value instanceof OrganizationEntity.class;
}
