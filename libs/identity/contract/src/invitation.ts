import Type, { type Static } from 'typebox';
import { Email, Id, Timestamp } from './fields.ts';
import { RoleSchema } from './role.ts';

const closed = { additionalProperties: false };

export const InvitationSchema = Type.Object(
  { id: Id, email: Email, role: RoleSchema, expiresAt: Timestamp },
  { ...closed, title: 'Invitation' },
);
export type Invitation = Static<typeof InvitationSchema>;

export const NewInvitationSchema = Type.Object({ email: Email, role: RoleSchema }, closed);
export type NewInvitation = Static<typeof NewInvitationSchema>;

/** The organization's id and a secret: the code says which tenant's invitation it is, and the secret proves it. */
export const InvitationCodeSchema = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}$',
  examples: [`0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b.${'A'.repeat(43)}`],
});

export const AcceptedInvitationSchema = Type.Object({ code: InvitationCodeSchema }, closed);
export type AcceptedInvitation = Static<typeof AcceptedInvitationSchema>;
