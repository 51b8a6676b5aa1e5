import { randomUUID } from 'node:crypto';
import type { Cache, CacheEntryOptions, Caches, CacheStatistics, Json } from '@acme/cache-contract';
import { type CacheOptions, defaults } from './cache-options.ts';
import { checkEntryOptions, checkKey } from './check-arguments.ts';
import { Counters } from './counters.ts';
import { decodeValue, encodeValue } from './encode-value.ts';
import { FaultTolerantRedis, type RedisClient } from './fault-tolerant-redis.ts';

export interface RedisCacheOptions extends CacheOptions {
  /** Milliseconds within which Redis must answer. */
  readonly timeout?: number;
  /** Milliseconds for which Redis is not asked again after a failure. */
  readonly backoff?: number;
}

/** Caches values in Redis. While it is unreachable, values are neither found nor stored, and no call fails. */
export class RedisCaches implements Caches {
  readonly #redis: FaultTolerantRedis;
  readonly #counters = new Counters();
  readonly #options: Required<CacheOptions>;

  constructor(redis: RedisClient, { timeout = 200, backoff = 1000, ...options }: RedisCacheOptions = {}) {
    this.#options = { ...defaults, ...options };
    const { now } = this.#options;
    const onFailure = (): void => this.#counters.count('degraded');
    this.#redis = new FaultTolerantRedis(redis, { timeout, backoff, now, onFailure });
  }

  of(organizationId: string): Cache {
    checkKey(organizationId, 'tenant');
    return new RedisCache(organizationId, this.#redis, this.#counters, this.#options);
  }

  statistics(): CacheStatistics {
    return this.#counters.snapshot();
  }
}

/** An entry in Redis: the value, the time when it was set, and the versions of its tags at that time. */
interface Stored {
  readonly encoded: string;
  readonly at: number;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * The cache of one tenant. A tag has a version, and an entry is valid while its tags have the versions that they had
 * when it was set. So one command invalidates a tag, no matter how many entries have it.
 */
class RedisCache implements Cache {
  readonly #prefix: string;
  readonly #redis: FaultTolerantRedis;
  readonly #counters: Counters;
  readonly #options: Required<CacheOptions>;

  constructor(
    tenant: string,
    redis: FaultTolerantRedis,
    counters: Counters,
    options: Required<CacheOptions>,
  ) {
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

  async set(key: string, value: Json, options: CacheEntryOptions = {}): Promise<void> {
    checkKey(key);
    const { lifetime, tags } = checkEntryOptions(options);
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

  /** Gives a tag a new version if it is new or was evicted: entries with an older version stay invalid. */
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
