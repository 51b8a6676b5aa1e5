import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, Mailer } from '@acme/identity-contract';

/**
 * Writes each mail to a file in a folder from which a mail server takes it (a pickup directory). A file appears
 * there only when it is complete, and only its owner can read it.
 */
export class MailFolder implements Mailer {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Returns the problem that keeps mails from being written, if there is one. */
  async problems(): Promise<string[]> {
    try {
      await this.#make();
      await access(this.#folder, constants.W_OK | constants.X_OK);
      return [];
    } catch (error) {
      return [`MAIL_FOLDER is "${this.#folder}", where nothing can be written: ${(error as Error).message}`];
    }
  }

  async send(mail: Mail): Promise<void> {
    await this.#make();
    const file = join(this.#folder, `${Date.now()}-${randomUUID()}.eml`);
    await writeFile(`${file}.part`, textOf(mail), { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  async #make(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }
}

function textOf({ to, kind, code }: Mail): string {
  const { subject, body } = letters[kind];
  const lines = [`To: ${to}`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', '', body];
  return [...lines, ...(code === undefined ? [] : ['', code]), ''].join('\r\n');
}

const letters: Record<Mail['kind'], { subject: string; body: string }> = {
  'choose-password': {
    subject: 'Choose your password',
    body: 'Send this code with your new password to POST /accounts/passwords. It works once, for a day:',
  },
  invitation: {
    subject: 'You are invited',
    body: 'Log in, then send this code to POST /me/organizations. It works once, for a week:',
  },
  'account-exists': {
    subject: 'You already have an account',
    body: 'Someone, perhaps you, registered this address again. Forgot your password? POST /accounts/password-requests.',
  },
};
