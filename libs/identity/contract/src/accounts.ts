import type { Session } from './session.ts';
import type { ChosenPassword, PasswordChange, Registration, User } from './user.ts';

/**
 * Accounts of people, whatever organizations they belong to.
 *
 * A password is chosen only by who holds a code that was mailed to the account's address, so that nobody can prepare
 * an account for someone else's address.
 */
export interface Accounts {
  /**
   * Registers an account and mails a code to choose its password with.
   *
   * @param registration - email address and name
   * @remarks
   * - An address that is taken gets a mail that says so, and the caller cannot tell the difference.
   * - Upper and lower case in the address make no difference.
   * - Nobody can log in before a password is chosen.
   */
  register(registration: Registration): Promise<void>;

  /**
   * Mails a code to choose a new password with.
   *
   * @remarks
   * - An unknown address gets no mail, and the caller cannot tell the difference.
   */
  requestNewPassword(email: string): Promise<void>;

  /**
   * Sets the password of the account that the code was mailed to.
   *
   * @param choice - the code, and a password of 12..128 characters
   * @returns the user
   * @throws {@link InvalidCodeError} when the code is unknown, used or expired
   * @remarks
   * - All sessions of the user are closed.
   * - Other codes of the user are void.
   */
  choosePassword(choice: ChosenPassword): Promise<User>;

  /**
   * Changes the password of who is logged in.
   *
   * @param change - the current password, and a new one of 12..128 characters
   * @throws {@link InvalidCredentialsError} when the current password is wrong
   * @remarks
   * - All other sessions of the user are closed.
   * - Codes that were mailed to the user before are void.
   */
  changePassword(session: Session, change: PasswordChange): Promise<void>;
}
