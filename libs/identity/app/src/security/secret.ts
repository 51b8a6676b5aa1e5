import { createHash, randomBytes } from 'node:crypto';

/** A secret for one person: 256 random bits, so that a plain hash of it is enough to keep. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
