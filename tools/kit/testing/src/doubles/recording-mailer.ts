/** The part of a mail that the recorder needs. */
export interface MailLike {
  readonly to: string | readonly string[];
}

/**
 * A mailer that keeps mails instead of sending them.
 *
 * @example
 * const mailer = new RecordingMailer();
 * await mailer.send({ to: 'ann@example.test', subject: 'Welcome' });
 * expect(mailer.lastTo('ann@example.test').subject).toBe('Welcome');
 */
export class RecordingMailer<Mail extends MailLike = MailLike & Record<string, unknown>> {
  readonly #sent: Mail[] = [];
  readonly #failures: Error[] = [];

  /** All sent mails, oldest first. */
  get sent(): readonly Mail[] {
    return this.#sent;
  }

  async send(mail: Mail): Promise<void> {
    const failure = this.#failures.shift();
    if (failure) throw failure;
    this.#sent.push(mail);
  }

  /** Makes the next `send` fail; after two calls, the next two. */
  failNext(error: Error = new Error('the mail server does not answer')): void {
    this.#failures.push(error);
  }

  sentTo(address: string): Mail[] {
    return this.#sent.filter(({ to }) => [to].flat().includes(address));
  }

  /** Returns the newest mail to an address. Throws if there is none. */
  lastTo(address: string): Mail {
    const mail = this.sentTo(address).at(-1);
    if (mail) return mail;
    const others = [...new Set(this.#sent.flatMap(({ to }) => to))].join(', ');
    throw new Error(`No mail was sent to ${address}; mails were sent to ${others || 'no address'}.`);
  }
}
