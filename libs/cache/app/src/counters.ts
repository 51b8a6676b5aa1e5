import type { CacheStatistics } from '@acme/cache-contract';

export class Counters {
  #counts = { hits: 0, misses: 0, evictions: 0, degraded: 0 };

  count(what: keyof CacheStatistics): void {
    this.#counts[what] += 1;
  }

  snapshot(): CacheStatistics {
    return { ...this.#counts };
  }
}
