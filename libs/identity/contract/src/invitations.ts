import { type Actor, Id, RoleSchema, type Session, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';
import { Email } from './fields.ts';
import type { OwnOrganization } from './organizations.ts';

const closed = { additionalProperties: false };

export const InvitationSchema = Type.Object(
  { id: Id, email: Email, role: RoleSchema, expiresAt: Timestamp },
  { ...closed, title: 'Invitation' },
);
export type Invitation = Static<typeof InvitationSchema>;

export const NewInvitationSchema = Type.Object({ email: Email, role: RoleSchema }, closed);
export type NewInvitation = Static<typeof NewInvitationSchema>;

/** The organization's id, which selects the tenant, and a secret, which proves that the mail was received. */
export const InvitationCodeSchema = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}$',
  examples: [`0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b.${'A'.repeat(43)}`],
});

export const AcceptedInvitationSchema = Type.Object({ code: InvitationCodeSchema }, closed);
export type AcceptedInvitation = Static<typeof AcceptedInvitationSchema>;

/** Invitations, by which users join existing organizations. */
export interface Invitations {
  /**
   * Invites an address and mails it a code.
   *
   * @returns the invitation, without its code
   * @throws {@link RoleTooWeakError} when the actor is not an admin, or has a weaker role than the one offered
   * @throws {@link AlreadyMemberError} when the address belongs to a member
   * @remarks
   * - It replaces an earlier invitation of the same address and invalidates its code.
   * @tenantScoped
   */
  invite(actor: Actor, invitation: NewInvitation): Promise<Invitation>;

  /**
   * @returns the open invitations, by address
   * @tenantScoped
   */
  list(actor: Actor): Promise<Invitation[]>;

  /**
   * Revokes an invitation.
   *
   * @throws {@link InvitationNotFoundError} when the invitation does not exist
   * @tenantScoped
   */
  revoke(actor: Actor, invitationId: string): Promise<void>;

  /**
   * Makes the session's user a member of the organization.
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
