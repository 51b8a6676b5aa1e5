import type { Parameter } from '../model.ts';

/** True if a parameter identifies an item that may be missing. */
export function isIdentifier({ name, type }: Parameter): boolean {
  return /(?:^id|Id|ID)$/.test(name) && ['string', 'number', 'bigint'].includes(type.shape.kind);
}

/** True if it identifies the tenant. `@tenantScoped` covers calls by other tenants. */
export function isTenant({ name }: Parameter): boolean {
  return /^(?:organi[sz]ation|org|tenant|workspace)(?:Id|ID)$/.test(name);
}
