import Type from 'typebox';

export const Id = Type.String({ format: 'uuid', examples: ['0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b'] });
export const Timestamp = Type.String({ format: 'date-time', examples: ['2026-01-31T12:00:00.000Z'] });
export const Email = Type.String({ format: 'email', maxLength: 254, examples: ['ada@example.com'] });
/**
 * One line of text that is more than spaces: no control character in it, so that it breaks no log, mail or header.
 *
 * @untested it makes schemas of constants; what they take and refuse is proven by the API's level `contract`
 */
export function lineOfText(maxLength: number, example: string) {
  const pattern = '^\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*$';
  return Type.String({ minLength: 1, maxLength, pattern, examples: [example] });
}

export const PersonName = lineOfText(100, 'Ada Lovelace');

/** Long enough to be safe, short enough that hashing one is no attack; no rules of composition, as NIST advises. */
export const Password = Type.String({
  minLength: 12,
  maxLength: 128,
  examples: ['correct horse battery staple'],
});

/** Whatever was typed as a password: a wrong one is wrong, however short. */
export const TypedPassword = Type.String({
  minLength: 1,
  maxLength: 128,
  examples: ['correct horse battery staple'],
});

/** 32 random bytes in base64url. */
export const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', examples: ['A'.repeat(43)] });
