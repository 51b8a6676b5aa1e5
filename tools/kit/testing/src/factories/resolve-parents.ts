import { type EntityMetadata, type EntityName, wrap } from '@mikro-orm/core';
import type { FactoryContext } from './factory-context.ts';
import type { Made } from './save.ts';
import { idOf, requireOneTenant, type Tenant, tenantOf } from './tenancy.ts';

/** The inputs for the parents of one entity. */
export interface ParentsPlan {
  readonly context: FactoryContext;
  readonly factory: string;
  readonly entity: EntityName;
  /** The parents that the factory can build. */
  readonly names: readonly string[];
  readonly given: Readonly<Record<string, object>>;
  /** The nullable parents that were requested. */
  readonly requestedParents: ReadonlySet<string>;
  readonly tenant: Tenant | undefined;
  readonly make: (name: string, tenant: Tenant | undefined) => Made<object>;
}

/** The parents of an entity. All belong to one tenant. */
export interface ResolvedParents {
  readonly parents: Record<string, object>;
  /** The entity's columns for its parents: the parent itself, or its id. */
  readonly data: Record<string, unknown>;
  readonly before: object[];
  readonly tenant: Tenant | undefined;
}

/** Uses the given parents and builds the others, in the tenant of the given ones if they have one. */
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

/** Finds the property for a parent: a relation of that name, or its id. */
function parentColumn({ context, entity, factory }: ParentsPlan, name: string): ParentColumn {
  const { properties } = context.em.getMetadata().get(entity) as EntityMetadata<Record<string, unknown>>;
  const property = [name, `${name}Id`].find((each) => each in properties);
  if (property === undefined) {
    throw new Error(
      `${factory} has a parent "${name}", but its entity has neither a relation "${name}" nor a property "${name}Id". ` +
        `Rename the parent to one of: ${Object.keys(properties).join(', ')}`,
    );
  }
  return { property, byId: property !== name, nullable: properties[property]?.nullable === true };
}

/** Returns the tenant as an entity, or as the ORM's reference if only its id is known. */
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
