import type { MatcherState } from 'vitest';
import { expectation, type Expectation, show } from './expectation.ts';

/**
 * Passes if an item, or every item in a list, belongs to a tenant: by its `organizationId` or `tenantId`, or the `id`
 * of its `organization` or `tenant`. With `not`, passes if no item does. An empty list proves nothing, so it fails.
 */
export function toBelongToTenant(
  this: MatcherState,
  received: unknown,
  tenant: string | { readonly id: string },
): Expectation {
  const id = typeof tenant === 'string' ? tenant : tenant.id;
  const all: unknown[] = Array.isArray(received) ? received : [received];
  const others = all.filter((item) => tenantOf(item) !== id);
  const { isNot } = this;
  const pass = isNot ? all.length === 0 || others.length < all.length : all.length > 0 && others.length === 0;
  const describeItem = (item: unknown) => `${show.call(this, item)} (${describe(tenantOf(item))})`;
  if (all.length === 0) {
    const message = () => `expected items of tenant ${id}, but the list is empty: that proves nothing`;
    return { pass, message };
  }
  return expectation(
    pass,
    () =>
      `expected all ${all.length} to belong to tenant ${id}; ${others.length} do not, the first: ${describeItem(others[0])}`,
    () =>
      `expected nothing to belong to tenant ${id}; this does: ${describeItem(all.find((item) => tenantOf(item) === id))}`,
  );
}

type Owned = Readonly<Record<'organizationId' | 'tenantId' | 'organization' | 'tenant', unknown>>;

function tenantOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return undefined;
  const { organizationId, tenantId, organization, tenant } = item as Owned;
  const owner = organizationId ?? tenantId ?? organization ?? tenant;
  return typeof owner === 'object' && owner !== null && 'id' in owner ? owner.id : owner;
}

function describe(tenant: unknown): string {
  return tenant === undefined ? 'of no tenant' : `of tenant ${tenant as string}`;
}
