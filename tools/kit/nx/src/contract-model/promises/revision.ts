import { createHash } from 'node:crypto';

/** Returns eight characters that change with any of the parts. */
export function revisionOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 8);
}
