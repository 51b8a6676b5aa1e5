import { Secret, type Session, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';
import { Email, PasswordAttempt } from './fields.ts';
import { type User, UserSchema } from './accounts.ts';

const closed = { additionalProperties: false };

export const CredentialsSchema = Type.Object({ email: Email, password: PasswordAttempt }, closed);
export type Credentials = Static<typeof CredentialsSchema>;

/** The result of a log-in. The token is shown only here. */
export const OpenedSessionSchema = Type.Object(
  { token: Secret, expiresAt: Timestamp, user: UserSchema },
  { ...closed, title: 'OpenedSession' },
);
export type OpenedSession = Static<typeof OpenedSessionSchema>;

/** Sessions of users. A session is a row of the database and ends when the row is deleted. */
export interface Sessions {
  /**
   * Logs in.
   *
   * @returns a new session with its token, which is not stored
   * @throws {@link InvalidCredentialsError} when the address is unknown, or the password is wrong or not chosen yet
   * @remarks
   * - An unknown address takes as long as a wrong password.
   */
  open(credentials: Credentials): Promise<OpenedSession>;

  /**
   * @returns the session that the token opens
   * @throws {@link UnauthenticatedError} when the token is malformed, unknown, closed or expired
   */
  identify(token: string): Promise<Session>;

  /**
   * @returns the user of the session
   * @throws {@link UnauthenticatedError} when the user no longer exists
   */
  user(session: Session): Promise<User>;

  /**
   * Logs out.
   *
   * @remarks
   * - The token is invalid from the next request on.
   * - Closing a closed session has no effect.
   */
  close(session: Session): Promise<void>;
}
