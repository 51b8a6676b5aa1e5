import Type, { type Static } from 'typebox';
import { Email, Secret, Timestamp, TypedPassword } from './fields.ts';
import { UserSchema } from './user.ts';

const closed = { additionalProperties: false };

export const CredentialsSchema = Type.Object({ email: Email, password: TypedPassword }, closed);
export type Credentials = Static<typeof CredentialsSchema>;

/** What a log-in gives: the one time that the token is shown. */
export const OpenedSessionSchema = Type.Object(
  { token: Secret, expiresAt: Timestamp, user: UserSchema },
  { ...closed, title: 'OpenedSession' },
);
export type OpenedSession = Static<typeof OpenedSessionSchema>;

/** Who is calling, before any organization is named. */
export interface Session {
  readonly id: string;
  readonly userId: string;
}
