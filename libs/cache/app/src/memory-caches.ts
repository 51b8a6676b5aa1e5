import type { Cache, CacheEntryOptions, Caches, CacheStatistics, Json } from '@acme/cache-contract';
import { type CacheOptions, defaults } from './cache-options.ts';
import { checkEntryOptions, checkKey } from './check-arguments.ts';
import { Counters } from './counters.ts';
import { decodeValue, encodeValue } from './encode-value.ts';
import { MemoryStore } from './memory-store.ts';

export interface MemoryCacheOptions extends CacheOptions {
  /** The most bytes for the values of all tenants together. */
  readonly maxBytes?: number;
}

/** Caches values in this process. When it is full, it drops the least recently used ones. */
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

/** The cache of one tenant. */
class MemoryCache implements Cache {
  readonly #prefix: string;
  readonly #store: MemoryStore;
  readonly #counters: Counters;
  readonly #options: Required<CacheOptions>;

  constructor(tenant: string, store: MemoryStore, counters: Counters, options: Required<CacheOptions>) {
    this.#prefix = `${tenant} `;
    this.#store = store;
    this.#counters = counters;
    this.#options = options;
  }

  async get(key: string): Promise<Json | undefined> {
    checkKey(key);
    const entry = this.#store.get(this.#prefix + key);
    const alive = entry !== undefined && entry.expiresAt > this.#options.now();
    if (entry && !alive) this.#store.delete(this.#prefix + key);
    this.#counters.count(alive ? 'hits' : 'misses');
    return alive ? decodeValue(entry.encoded) : undefined;
  }

  async set(key: string, value: Json, options: CacheEntryOptions = {}): Promise<void> {
    checkKey(key);
    const { lifetime, tags } = checkEntryOptions(options);
    const expiresAt = this.#options.now() + lifetime;
    const encoded = await encodeValue(value, this.#options);
    this.#store.set(this.#prefix + key, { encoded, expiresAt, tags });
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    this.#store.delete(this.#prefix + key);
  }

  async invalidate(tag: string): Promise<void> {
    checkKey(tag, 'tag');
    this.#store.deleteWhere((key, { tags }) => key.startsWith(this.#prefix) && tags.includes(tag));
  }
}
