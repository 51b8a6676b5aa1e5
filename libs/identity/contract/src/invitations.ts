import type { Actor } from './actor.ts';
import type { AcceptedInvitation, Invitation, NewInvitation } from './invitation.ts';
import type { OwnOrganization } from './organization.ts';
import type { Session } from './session.ts';

/** The way into an organization for anyone but its founder. */
export interface Invitations {
  /**
   * Invites an address and mails it a code.
   *
   * @returns the invitation, without its code
   * @throws {@link RoleTooWeakError} when the actor is no admin, or weaker than the role offered
   * @throws {@link AlreadyMemberError} when the address belongs to a member
   * @remarks
   * - An earlier invitation of the same address is replaced, and its code void.
   * @tenantScoped
   */
  invite(actor: Actor, invitation: NewInvitation): Promise<Invitation>;

  /**
   * @returns the open invitations, by address
   * @tenantScoped
   */
  list(actor: Actor): Promise<Invitation[]>;

  /**
   * Takes an invitation back.
   *
   * @throws {@link InvitationNotFoundError} when there is no such invitation
   * @tenantScoped
   */
  revoke(actor: Actor, invitationId: string): Promise<void>;

  /**
   * Makes the session's user a member.
   *
   * @param invitation - the code from the mail
   * @returns the organization, with the user's role in it
   * @throws {@link InvalidCodeError} when the code is unknown, used, replaced, expired or was mailed to another address
   * @throws {@link AlreadyMemberError} when the user is a member already
   * @remarks
   * - The code works once.
   */
  accept(session: Session, invitation: AcceptedInvitation): Promise<OwnOrganization>;
}
