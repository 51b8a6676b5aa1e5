import { singleLineText } from '@acme/platform-contract';
import Type from 'typebox';

export const Email = Type.String({ format: 'email', maxLength: 254, examples: ['ada@example.com'] });
export const PersonName = singleLineText(100, 'Ada Lovelace');

/** Long enough to be safe, short enough that hashing one is no attack; no rules of composition, as NIST advises. */
export const Password = Type.String({
  minLength: 12,
  maxLength: 128,
  examples: ['correct horse battery staple'],
});

/** A password to verify. It has no minimum length: a short one is wrong, not malformed. */
export const PasswordAttempt = Type.String({
  minLength: 1,
  maxLength: 128,
  examples: ['correct horse battery staple'],
});
