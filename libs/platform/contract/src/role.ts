import Type, { type Static } from 'typebox';

/** From the weakest to the strongest: each role has all permissions of the roles before it. */
export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

export const RoleSchema = Type.Enum(roles, {
  description: 'viewer, member, admin or owner',
  examples: ['viewer'],
});
export type Role = Static<typeof RoleSchema>;

/** @returns whether the role is the needed one or a stronger one */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
