import type { EntitySchema } from '@mikro-orm/core';

/** The part of `EntitySchema` that `tenantOwned` uses. Its full type depends on the entity. */
interface EntityDeclaration {
  readonly meta: Pick<EntitySchema['meta'], 'className' | 'rowLevelSecurity'> & {
    readonly properties: object;
    readonly policies: object[];
    readonly uniques: { properties?: string | string[] }[];
    readonly filters: Record<string, unknown>;
  };
}

/**
 * Declares that an entity's rows belong to organizations. Adds forced row-level security with the policy `tenant`, the
 * unique key `(organization_id, id)` for foreign keys of other entities, and the filter `tenant`, which adds the same
 * condition to the ORM's queries.
 *
 * @param entity - has the property `organizationId`, or the relation `organization`
 * @returns the same entity
 * @example
 * ```ts
 * export const InvoiceEntity = tenantOwned(defineEntity({ name: 'Invoice', … }));
 * ```
 */
export function tenantOwned<Entity extends EntityDeclaration>(entity: Entity): Entity {
  const { meta } = entity;
  const tenant = tenantProperty(meta);
  meta.rowLevelSecurity = 'force';
  meta.policies.push({ name: 'tenant', using: isOwn, check: isOwn });
  meta.uniques.push({ properties: [tenant, 'id'] });
  meta.filters[tenantFilter] = { name: tenantFilter, cond: ownRows, args: false, default: true };
  return entity;

  function isOwn(columns: Readonly<Record<string, unknown>>): string {
    return `${String(columns[tenant])} = app_organization_id()`;
  }

  function ownRows(scope?: { readonly organizationId?: string }): object {
    return scope?.organizationId === undefined ? {} : { [tenant]: scope.organizationId };
  }
}

/** The name of the filter that `tenantOwned` adds. Its parameters are a `TenantScope`. */
export const tenantFilter = 'tenant';

function tenantProperty({ className, properties }: EntityDeclaration['meta']): string {
  const found = ['organization', 'organizationId'].find((name) => name in properties);
  if (found !== undefined) return found;
  throw new Error(
    `The entity ${className} is declared as tenantOwned and has no tenant. ` +
      'Expected the property `organizationId: p.uuid()`.',
  );
}
