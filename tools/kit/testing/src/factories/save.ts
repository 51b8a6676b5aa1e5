import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactoryContext } from './factory-context.ts';
import { keyOf, type Tenant } from './tenancy.ts';

/** The entities that a factory has built and not saved. */
export interface Made<Entity> {
  readonly entity: Entity;
  readonly tenant: Tenant | undefined;
  /** Parents that the entity knows only by id. They are saved first, because the ORM does not know the order. */
  readonly before: readonly object[];
  /** The children that were built with the entity. */
  readonly along: readonly object[];
}

/**
 * Saves entities with their parents and children, one tenant after another, as row-level security requires it of the
 * application role.
 */
export async function save(context: FactoryContext, made: readonly Made<object>[]): Promise<void> {
  const { em } = context;
  for (const group of Map.groupBy(made, ({ tenant }) => tenant && keyOf(tenant)).values()) {
    const tenant = group[0]?.tenant;
    await asTenant(context, tenant, async () => {
      const first = [...(tenant?.entity ? [tenant.entity] : []), ...group.flatMap(({ before }) => before)];
      for (const entity of new Set(first)) await em.persist(entity).flush();
      await em.persist(group.flatMap(({ entity, along }) => [entity, ...along])).flush();
    });
  }
}

/** Runs work in a transaction, for a tenant if one is given. An outer transaction keeps its own tenant. */
export async function asTenant<Result>(
  { em, tenancy }: FactoryContext,
  tenant: Tenant | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const around: object | undefined = em.getTransactionContext();
  await em.begin(around ? { ctx: around } : {});
  try {
    const result = await withTenant(
      em,
      tenant?.id === undefined ? undefined : tenancy?.setting,
      tenant?.id,
      work,
    );
    await em.commit();
    return result;
  } catch (error) {
    await em.rollback();
    throw error;
  } finally {
    if (around) em.setTransactionContext(around);
  }
}

async function withTenant<Result>(
  em: EntityManager,
  setting: string | undefined,
  id: Tenant['id'],
  work: () => Promise<Result>,
): Promise<Result> {
  if (setting === undefined) return work();
  const before = await set(em, setting, String(id));
  const result = await work();
  await set(em, setting, before ?? '');
  return result;
}

/** Returns the previous value. */
async function set(em: EntityManager, setting: string, value: string): Promise<string | null> {
  const sql = 'select current_setting(?, true) as before, set_config(?, ?, true)';
  const [row] = await em.execute<{ before: string | null }[]>(sql, [setting, setting, value]);
  return row?.before ?? null;
}
