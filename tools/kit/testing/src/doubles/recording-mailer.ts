/** The least that a mail has. */
export interface MailLike {
  readonly to: string | readonly string[];
}

/** A mailer that keeps mails instead of sending them. Stateful: make one per test. */
export class RecordingMailer<Mail extends MailLike = MailLike & Record<string, unknown>> {
  readonly #sent: Mail[] = [];
  readonly #failures: Error[] = [];

  /** Everything sent, oldest first. */
  get sent(): readonly Mail[] {
    return this.#sent;
  }

  async send(mail: Mail): Promise<void> {
    const failure = this.#failures.shift();
    if (failure) throw failure;
    this.#sent.push(mail);
  }

  /** Makes the next `send` fail; called twice, the next two. */
  failNext(error: Error = new Error('the mail server does not answer')): void {
    this.#failures.push(error);
  }

  sentTo(address: string): Mail[] {
    return this.#sent.filter(({ to }) => [to].flat().includes(address));
  }

  /** The newest mail to an address; throws if there is none. */
  lastTo(address: string): Mail {
    const mail = this.sentTo(address).at(-1);
    if (mail) return mail;
    const others = [...new Set(this.#sent.flatMap(({ to }) => to))].join(', ');
    throw new Error(`No mail went to ${address}; mails went to ${others || 'nobody'}.`);
  }
}
