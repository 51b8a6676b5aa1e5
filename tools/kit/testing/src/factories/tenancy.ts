import { ReferenceKind, wrap } from '@mikro-orm/core';

/** How a workspace's rows say whose they are. */
export interface Tenancy {
  /** The entity that a tenant is, by the name that the ORM knows it by. */
  readonly root: string;
  /** The relation by which entities name their tenant; those that know its id alone have a property of that name with `Id`. */
  readonly property: string;
  /** The setting of a transaction that row-level security compares with, such as `app.organization_id`. */
  readonly setting?: string;
}

/** A tenant: the entity, or its id where nothing more is known of it. */
export interface Tenant {
  /** None while the database has yet to give it. */
  readonly id: string | number | undefined;
  readonly entity?: object;
}

/** Whose an entity is, by what it says itself, or by its parents. */
export function tenantOf(entity: object, tenancy: Tenancy | undefined): Tenant | undefined {
  return tenancy && search(entity, tenancy, new Set());
}

/** Refuses a thing whose parents belong to different tenants: the database would do so later and less clearly. */
export function requireOneTenant(factory: string, tenants: readonly (Tenant | undefined)[]): void {
  const names = new Map(tenants.flatMap((tenant) => (tenant ? [[keyOf(tenant), nameOf(tenant)]] : [])));
  if (names.size <= 1) return;
  throw new Error(
    `${factory} was given parents of ${names.size} tenants: ${[...names.values()].join(', ')}. ` +
      'One graph is one tenant: make the parents with for(tenant), or leave them to the factory.',
  );
}

/** The same for the same tenant. */
export function keyOf({ id, entity }: Tenant): unknown {
  return id ?? entity;
}

function search(entity: object, tenancy: Tenancy, seen: Set<object>): Tenant | undefined {
  if (seen.has(entity)) return undefined;
  seen.add(entity);
  const { __meta: metadata } = wrap(entity, true);
  if (metadata.className === tenancy.root) return { id: idOf(entity), entity };
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
