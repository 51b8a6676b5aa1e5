import type { Cache, Caches, CacheStatistics } from '@acme/cache-contract';
import { type CacheOptions, defaults } from './cache-options.ts';
import { checkKey } from './check-arguments.ts';
import { Counters } from './counters.ts';
import { MemoryCache } from './memory-cache.ts';
import { MemoryStore } from './memory-store.ts';

export interface MemoryCacheOptions extends CacheOptions {
  /** The most bytes that all values of all tenants may take together. */
  readonly maxBytes?: number;
}

/** Keeps values in this process: what was used longest ago goes first when room is needed. */
export class MemoryCaches implements Caches {
  readonly #options: Required<CacheOptions>;
  readonly #store: MemoryStore;
  readonly #counters = new Counters();

  constructor({ maxBytes = 64 * 1024 * 1024, ...options }: MemoryCacheOptions = {}) {
    this.#options = { ...defaults, ...options };
    this.#store = new MemoryStore(maxBytes, () => this.#counters.count('evictions'));
  }

  of(organizationId: string): Cache {
    checkKey(organizationId, 'tenant');
    return new MemoryCache(organizationId, this.#store, this.#counters, this.#options);
  }

  statistics(): CacheStatistics {
    return this.#counters.snapshot();
  }
}
