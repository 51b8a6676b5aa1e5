import { MemoryCaches } from '@acme/cache';
import type { Caches } from '@acme/cache-contract';

/** The cache for other components' tests: the one in memory, which the same suite proves as the one on Redis. */
export function memoryCaches(now: () => number = Date.now): Caches {
  return new MemoryCaches({ now });
}
