import { randomUUID } from 'node:crypto';
import type { Cache, Json, Keeping } from '@acme/cache-contract';
import type { CacheOptions } from './cache-options.ts';
import { checkKeeping, checkKey } from './check-arguments.ts';
import type { Counters } from './counters.ts';
import { decodeValue, encodeValue } from './encode-value.ts';
import type { ForgivingRedis } from './forgiving-redis.ts';

/** What stands in Redis: the value, when it was set, and the version that each of its tags had then. */
interface Stored {
  readonly encoded: string;
  readonly at: number;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * One tenant's part of a Redis. A tag has a version; a value counts as long as its tags have the versions that they
 * had when it was set, so that a tag is dropped by one command however many values have it.
 */
export class RedisCache implements Cache {
  readonly #prefix: string;
  readonly #redis: ForgivingRedis;
  readonly #counters: Counters;
  readonly #options: Required<CacheOptions>;

  constructor(tenant: string, redis: ForgivingRedis, counters: Counters, options: Required<CacheOptions>) {
    this.#prefix = `cache {${tenant}} `;
    this.#redis = redis;
    this.#counters = counters;
    this.#options = options;
  }

  async get(key: string): Promise<Json | undefined> {
    checkKey(key);
    const stored = parseStored(await this.#redis.get(this.#valueKey(key)));
    const current = stored !== undefined && (await this.#isCurrent(stored));
    this.#counters.count(current ? 'hits' : 'misses');
    return current ? decodeValue(stored.encoded) : undefined;
  }

  async set(key: string, value: Json, keeping: Keeping = {}): Promise<void> {
    checkKey(key);
    const { lifetime, tags } = checkKeeping(keeping);
    const at = this.#options.now();
    const encoded = await encodeValue(value, this.#options);
    const current = await Promise.all(tags.map((tag) => this.#versionOf(tag)));
    const versions = Object.fromEntries(tags.map((tag, index) => [tag, current[index] ?? '']));
    const stored = JSON.stringify({ encoded, at, versions } satisfies Stored);
    await this.#redis.set(this.#valueKey(key), stored, { expiration: { type: 'PX', value: lifetime } });
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.#redis.del(this.#valueKey(key));
  }

  async invalidate(tag: string): Promise<void> {
    checkKey(tag, 'tag');
    await this.#redis.set(this.#tagKey(tag), randomUUID());
  }

  async #isCurrent({ at, versions }: Stored): Promise<boolean> {
    if (at <= this.#redis.lastLoss) return false;
    const tags = Object.keys(versions);
    if (tags.length === 0) return true;
    const current = await this.#redis.mGet(tags.map((tag) => this.#tagKey(tag)));
    return tags.every((tag, index) => versions[tag] === current[index]);
  }

  /** A tag without a version, new or evicted, gets a new one: values of an older one stay dropped. */
  async #versionOf(tag: string): Promise<string> {
    const key = this.#tagKey(tag);
    const known = await this.#redis.get(key);
    if (known !== null) return known;
    await this.#redis.set(key, randomUUID(), { condition: 'NX' });
    return (await this.#redis.get(key)) ?? '';
  }

  #valueKey(key: string): string {
    return `${this.#prefix}value ${key}`;
  }

  #tagKey(tag: string): string {
    return `${this.#prefix}tag ${tag}`;
  }
}

function parseStored(text: string | null): Stored | undefined {
  try {
    const stored = JSON.parse(text ?? 'null') as Partial<Stored> | null;
    const { encoded, at, versions } = stored ?? {};
    return encoded === undefined || at === undefined || versions === undefined
      ? undefined
      : { encoded, at, versions };
  } catch {
    return undefined;
  }
}
