import { type EntityMetadata, type EntityName, wrap } from '@mikro-orm/core';
import type { FactoryContext } from './factory-context.ts';
import type { Made } from './save.ts';
import { idOf, requireOneTenant, type Tenant, tenantOf } from './tenancy.ts';

/** What a resolved is made of. */
export interface ParentsPlan {
  readonly context: FactoryContext;
  readonly factory: string;
  readonly entity: EntityName;
  /** The parents that the factory knows to make. */
  readonly names: readonly string[];
  readonly given: Readonly<Record<string, object>>;
  /** Parents that are made although the entity can do without. */
  readonly requestedParents: ReadonlySet<string>;
  readonly tenant: Tenant | undefined;
  readonly make: (name: string, tenant: Tenant | undefined) => Made<object>;
}

/** The parents of a thing that is being made, all of one tenant. */
export interface ResolvedParents {
  readonly parents: Record<string, object>;
  /** What the entity is told of them: the parent, or its id. */
  readonly data: Record<string, unknown>;
  readonly before: object[];
  readonly tenant: Tenant | undefined;
}

/** Takes the parents that are given and makes the others, in the tenant of the given ones if there is one. */
export function resolveParents(plan: ParentsPlan): ResolvedParents {
  const { tenancy } = plan.context;
  const tenants = [plan.tenant, ...Object.values(plan.given).map((parent) => tenantOf(parent, tenancy))];
  requireOneTenant(plan.factory, tenants);
  let tenant = tenants.find((each) => each !== undefined);
  const resolved = { parents: {}, data: {}, before: [] } as Omit<ResolvedParents, 'tenant'>;
  for (const name of tenantFirst(
    [...new Set([...plan.names, ...Object.keys(plan.given)])],
    tenancy?.property,
  )) {
    const column = parentColumn(plan, name);
    const known = plan.given[name] ?? (name === tenancy?.property ? entityOf(plan, tenant) : undefined);
    if (!known && column.nullable && !plan.requestedParents.has(name)) continue;
    const made = known ? { entity: known, before: [], tenant } : plan.make(name, tenant);
    tenant ??= made.tenant;
    resolved.parents[name] = made.entity;
    resolved.data[column.property] = column.byId ? idOf(made.entity) : made.entity;
    resolved.before.push(...made.before, ...(column.byId && !isManaged(made.entity) ? [made.entity] : []));
  }
  return { ...resolved, tenant };
}

interface ParentColumn {
  readonly property: string;
  readonly byId: boolean;
  readonly nullable: boolean;
}

/** Where the entity keeps a parent: in a relation of that name, or as an id. */
function parentColumn({ context, entity, factory }: ParentsPlan, name: string): ParentColumn {
  const { properties } = context.em.getMetadata().get(entity) as EntityMetadata<Record<string, unknown>>;
  const property = [name, `${name}Id`].find((each) => each in properties);
  if (property === undefined) {
    throw new Error(
      `${factory} has a parent "${name}", but its entity has neither a relation "${name}" nor a property "${name}Id". ` +
        `Rename it in the factory after one of: ${Object.keys(properties).join(', ')}`,
    );
  }
  return { property, byId: property !== name, nullable: properties[property]?.nullable === true };
}

/** The tenant as an entity: the ORM's reference where its id is all that is known. */
function entityOf({ context: { em, tenancy } }: ParentsPlan, tenant: Tenant | undefined): object | undefined {
  if (tenant === undefined || tenant.entity) return tenant?.entity;
  const root = [...em.getMetadata().getAll().values()].find(({ className }) => className === tenancy?.root);
  return root && (em.getReference(root.class, tenant.id as never) as object);
}

function tenantFirst(names: readonly string[], tenant: string | undefined): string[] {
  return names.toSorted((a, b) => Number(b === tenant) - Number(a === tenant));
}

function isManaged(entity: object): boolean {
  return wrap(entity, true).__em !== undefined;
}
