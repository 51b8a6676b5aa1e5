import type { Mail } from '@acme/identity-contract';
import type { RecordingMailer } from '@vouch/testing';

/** The code in the newest mail to an address. */
export function codeMailedTo(address: string, mailer: RecordingMailer<Mail>): string {
  const { code, kind } = mailer.lastTo(address);
  if (code === undefined) throw new Error(`The newest mail to ${address}, "${kind}", has no code.`);
  return code;
}
