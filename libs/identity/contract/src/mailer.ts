/** A mail to one person; what is secret in it stands in `code` alone, so that it can be kept out of logs. */
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
   * - What it has accepted is not lost when the process ends.
   * @untested by who uses a mailer: it is proven beside the one that the API brings, in apps/api/src/mail
   */
  send(mail: Mail): Promise<void>;
}
