import type { Actor } from './actor.ts';
import type { Member } from './member.ts';
import type { Role } from './role.ts';

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
   * Gives a member another role.
   *
   * @returns the member with the new role
   * @throws {@link MemberNotFoundError} when the user is not a member
   * @throws {@link RoleTooWeakError} when the actor is no admin, or weaker than the member's role or the new one
   * @throws {@link LastOwnerError} when the only owner would lose the role
   * @tenantScoped
   */
  changeRole(actor: Actor, userId: string, role: Role): Promise<Member>;

  /**
   * Ends a membership.
   *
   * @throws {@link MemberNotFoundError} when the user is not a member
   * @throws {@link RoleTooWeakError} when the actor is no admin, or weaker than the member, and does not leave by themselves
   * @throws {@link LastOwnerError} when the only owner would go
   * @remarks
   * - The user has no access from the next request on.
   * @tenantScoped
   */
  remove(actor: Actor, userId: string): Promise<void>;
}
