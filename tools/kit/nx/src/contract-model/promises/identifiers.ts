import type { Parameter } from '../model.ts';

/** Whether a parameter names a thing that may not be there. */
export function isIdentifier({ name, type }: Parameter): boolean {
  return /(?:^id|Id|ID)$/.test(name) && ['string', 'number', 'bigint'].includes(type.shape.kind);
}

/** Whether it names the tenant: what happens to others is what `@tenantScoped` is about. */
export function isTenant({ name }: Parameter): boolean {
  return /^(?:organi[sz]ation|org|tenant|workspace)(?:Id|ID)$/.test(name);
}
