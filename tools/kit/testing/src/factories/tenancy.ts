import { ReferenceKind, wrap } from '@mikro-orm/core';

/** How a workspace's rows identify their tenant. */
export interface Tenancy {
  /** The ORM's name of the tenant entity. */
  readonly root: string;
  /** The relation from an entity to its tenant. Entities without the relation have a property of that name with `Id`. */
  readonly property: string;
  /** The transaction setting that row-level security compares with, such as `app.organization_id`. */
  readonly setting?: string;
}

/** A tenant: its entity, or only its id. */
export interface Tenant {
  /** Undefined until the database has assigned it. */
  readonly id: string | number | undefined;
  readonly entity?: object;
}

/** Returns the tenant of an entity, from its own columns or its parents. */
export function tenantOf(entity: object, tenancy: Tenancy | undefined): Tenant | undefined {
  return tenancy && search(entity, tenancy, new Set());
}

/** Throws if parents belong to different tenants. The database would reject this later, with a less clear error. */
export function requireOneTenant(factory: string, tenants: readonly (Tenant | undefined)[]): void {
  const names = new Map(tenants.flatMap((tenant) => (tenant ? [[keyOf(tenant), nameOf(tenant)]] : [])));
  if (names.size <= 1) return;
  throw new Error(
    `${factory} got parents of ${names.size} tenants: ${[...names.values()].join(', ')}. ` +
      'Entities that are built together belong to one tenant: build the parents with for(tenant), or leave them to the factory.',
  );
}

/** Describes a tenant by its entity. */
export function tenantBy(entity: object): Tenant {
  return { id: idOf(entity), entity };
}

/** Stable key for a tenant, for grouping. */
export function keyOf({ id, entity }: Tenant): unknown {
  return id ?? entity;
}

function search(entity: object, tenancy: Tenancy, seen: Set<object>): Tenant | undefined {
  if (seen.has(entity)) return undefined;
  seen.add(entity);
  const { __meta: metadata } = wrap(entity, true);
  if (metadata.className === tenancy.root) return tenantBy(entity);
  const values = entity as Readonly<Record<string, unknown>>;
  const id = values[`${tenancy.property}Id`];
  if (typeof id === 'string' || typeof id === 'number') return { id };
  const own = values[tenancy.property];
  const parents = metadata.relations
    .filter(({ kind }) => kind === ReferenceKind.MANY_TO_ONE || kind === ReferenceKind.ONE_TO_ONE)
    .map(({ name }) => values[name as string]);
  return [own, ...parents]
    .filter(isObject)
    .map((parent) => search(parent, tenancy, seen))
    .find((tenant) => tenant !== undefined);
}

function nameOf({ id, entity }: Tenant): string {
  const { name } = (entity ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : String(id);
}

export function idOf(entity: object): Tenant['id'] {
  return (wrap(entity, true).getPrimaryKey() ?? undefined) as Tenant['id'];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
