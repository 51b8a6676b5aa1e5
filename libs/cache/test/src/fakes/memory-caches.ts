import { MemoryCaches } from '@acme/cache';
import type { Caches } from '@acme/cache-contract';

/** The cache for other components' tests, in memory. It passes the same suite as the one on Redis. */
export function memoryCaches(now: () => number = Date.now): Caches {
  return new MemoryCaches({ now });
}
