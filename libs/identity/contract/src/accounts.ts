import { Id, Secret, type Session, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';
import { Email, Password, PasswordAttempt, PersonName } from './fields.ts';

const closed = { additionalProperties: false };

export const UserSchema = Type.Object(
  { id: Id, email: Email, name: PersonName, createdAt: Timestamp },
  { ...closed, title: 'User' },
);
export type User = Static<typeof UserSchema>;

export const RegistrationSchema = Type.Object({ email: Email, name: PersonName }, closed);
export type Registration = Static<typeof RegistrationSchema>;

export const NewPasswordRequestSchema = Type.Object({ email: Email }, closed);
export type NewPasswordRequest = Static<typeof NewPasswordRequestSchema>;

export const ChosenPasswordSchema = Type.Object({ code: Secret, password: Password }, closed);
export type ChosenPassword = Static<typeof ChosenPasswordSchema>;

export const PasswordChangeSchema = Type.Object(
  { currentPassword: PasswordAttempt, newPassword: Password },
  closed,
);
export type PasswordChange = Static<typeof PasswordChangeSchema>;

/**
 * Accounts of users, independent of organizations.
 *
 * Choosing a password requires a code that was mailed to the account's address. So users cannot create an account for
 * an address that they do not own.
 */
export interface Accounts {
  /**
   * Registers an account and mails a code for choosing its password.
   *
   * @param registration - email address and name
   * @remarks
   * - An address that has an account gets a mail that says so; the result is the same.
   * - Upper and lower case in the address make no difference.
   * - The user cannot log in before choosing a password.
   */
  register(registration: Registration): Promise<void>;

  /**
   * Mails a code for choosing a new password.
   *
   * @remarks
   * - An unknown address gets no mail; the result is the same.
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
   * - Other codes of the user become invalid.
   */
  choosePassword(choice: ChosenPassword): Promise<User>;

  /**
   * Changes the password of the session's user.
   *
   * @param change - the current password, and a new one of 12..128 characters
   * @throws {@link InvalidCredentialsError} when the current password is wrong
   * @remarks
   * - All other sessions of the user are closed.
   * - Codes that were mailed to the user become invalid.
   */
  changePassword(session: Session, change: PasswordChange): Promise<void>;
}
