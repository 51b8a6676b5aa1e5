/** The part of MikroORM's `EntitySchema` on which tenancy is declared. Written out here, so that contracts need no ORM. */
export interface EntityDeclaration {
  readonly meta: {
    readonly className: string;
    readonly properties: object;
    readonly policies: object[];
    readonly uniques: { properties?: string | string[] }[];
    readonly filters: Record<string, unknown>;
    rowLevelSecurity?: boolean | 'force' | undefined;
  };
}

/**
 * Declares that an entity's rows belong to organizations: row-level security, enabled and forced, with the policy
 * `tenant`; the key `(organization_id, id)`, to which the foreign keys of other entities lead; and the filter `tenant`,
 * which adds the same condition to the ORM's queries.
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

/** The name of the filter; its parameters are a `TenantScope`. */
export const tenantFilter = 'tenant';

function tenantProperty({ className, properties }: EntityDeclaration['meta']): string {
  const found = ['organization', 'organizationId'].find((name) => name in properties);
  if (found !== undefined) return found;
  throw new Error(
    `The entity ${className} is declared as tenantOwned and does not say whose its rows are. ` +
      'Expected the property `organizationId: p.uuid()`.',
  );
}
