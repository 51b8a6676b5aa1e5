import type { Mail, Mailer } from '@acme/identity-contract';

/** Keeps every mail instead of sending it. Stateful: make one per test. */
export class RecordingMailer implements Mailer {
  readonly mails: Mail[] = [];

  async send(mail: Mail): Promise<void> {
    this.mails.push(mail);
  }

  /** The code in the newest mail to an address. */
  codeFor(address: string): string {
    const mail = this.mails.findLast(({ to }) => to === address);
    if (mail?.code === undefined)
      throw new Error(`No mail with a code went to ${address}; ${this.#summary()}.`);
    return mail.code;
  }

  #summary(): string {
    const sent = this.mails.map(({ to, kind }) => `${kind} to ${to}`);
    return sent.length === 0 ? 'none was sent at all' : `these were sent: ${sent.join(', ')}`;
  }
}
