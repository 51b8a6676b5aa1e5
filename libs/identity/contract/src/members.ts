import { type Actor, Id, type Role, RoleSchema, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';
import { Email, PersonName } from './fields.ts';

export const MemberSchema = Type.Object(
  { userId: Id, email: Email, name: PersonName, role: RoleSchema, since: Timestamp },
  { additionalProperties: false, title: 'Member' },
);
export type Member = Static<typeof MemberSchema>;

export const RoleChangeSchema = Type.Object({ role: RoleSchema }, { additionalProperties: false });
export type RoleChange = Static<typeof RoleChangeSchema>;

/**
 * The members of the actor's organization.
 *
 * @invariant An organization has at least one owner.
 */
export interface Members {
  /**
   * @returns all members, by name
   * @tenantScoped
   */
  list(actor: Actor): Promise<Member[]>;

  /**
   * Changes a member's role.
   *
   * @returns the member with the new role
   * @throws {@link MemberNotFoundError} when the user is not a member
   * @throws {@link RoleTooWeakError} when the actor is not an admin, or has a weaker role than the member's current or new one
   * @throws {@link LastOwnerError} when the only owner would lose the role
   * @tenantScoped
   */
  changeRole(actor: Actor, userId: string, role: Role): Promise<Member>;

  /**
   * Ends a membership.
   *
   * @throws {@link MemberNotFoundError} when the user is not a member
   * @throws {@link RoleTooWeakError} when the actor is not an admin, or has a weaker role than the member, and is not the member
   * @throws {@link LastOwnerError} when the member is the only owner
   * @remarks
   * - The user loses access with the next request.
   * @tenantScoped
   */
  remove(actor: Actor, userId: string): Promise<void>;
}
