import Type from 'typebox';

export const Id = Type.String({ format: 'uuid', examples: ['0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b'] });
export const Timestamp = Type.String({ format: 'date-time', examples: ['2026-01-31T12:00:00.000Z'] });

/** 32 random bytes in base64url. */
export const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', examples: ['A'.repeat(43)] });

/**
 * A single line of text that is not blank. It has no control characters, so that it is safe in logs, mails and headers.
 *
 * @untested it creates constant schemas; the API's level `contract` proves which values they accept
 */
export function singleLineText(maxLength: number, example: string) {
  const pattern = '^\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*$';
  return Type.String({ minLength: 1, maxLength, pattern, examples: [example] });
}
