import { type Actor, isAtLeast, type Role, RoleTooWeakError } from '@acme/identity-contract';

/** Admins at least manage members, and nobody those who are stronger than themselves. */
export function requireRoleToManage(actor: Actor, role: Role): void {
  const needed = isAtLeast('admin', role) ? 'admin' : role;
  if (!isAtLeast(actor.role, needed)) throw new RoleTooWeakError(needed);
}
