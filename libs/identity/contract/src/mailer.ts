/** A mail to one person. Its only secret is `code`, so that logs can leave it out. */
export interface Mail {
  readonly to: string;
  readonly kind: 'choose-password' | 'account-exists' | 'invitation';
  readonly code?: string;
}

export interface Mailer {
  /**
   * Accepts a mail for delivery.
   *
   * @remarks
   * - An accepted mail is not lost when the process ends.
   * @untested here: the API's implementation has its own tests, in apps/api/src/mail
   */
  send(mail: Mail): Promise<void>;
}
