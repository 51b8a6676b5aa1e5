import { createHash } from 'node:crypto';

/** Eight characters that change when one of the parts does. */
export function revisionOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 8);
}
