import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: enough that a plain hash protects them. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
