import type { Credentials, OpenedSession, Session } from './session.ts';
import type { User } from './user.ts';

/** Log-ins. A session is a row of the database: ended there, it is over. */
export interface Sessions {
  /**
   * Logs in.
   *
   * @returns a new session with its token, which is kept nowhere else
   * @throws {@link InvalidCredentialsError} when the address is unknown, the password is wrong or none was chosen yet
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
   * - The token is refused from the next request on.
   * - To close a session that is closed already does nothing.
   */
  close(session: Session): Promise<void>;
}
