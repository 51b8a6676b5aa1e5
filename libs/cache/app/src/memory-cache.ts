import type { Cache, Json, Keeping } from '@acme/cache-contract';
import type { CacheOptions } from './cache-options.ts';
import { checkKeeping, checkKey } from './check-arguments.ts';
import type { Counters } from './counters.ts';
import { decodeValue, encodeValue } from './encode-value.ts';
import type { MemoryStore } from './memory-store.ts';

/** One tenant's part of a memory store. */
export class MemoryCache implements Cache {
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

  async set(key: string, value: Json, keeping: Keeping = {}): Promise<void> {
    checkKey(key);
    const { lifetime, tags } = checkKeeping(keeping);
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
