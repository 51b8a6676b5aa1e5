import type { Cache, Caches, CacheStatistics } from '@acme/cache-contract';
import { type CacheOptions, defaults } from './cache-options.ts';
import { checkKey } from './check-arguments.ts';
import { Counters } from './counters.ts';
import { ForgivingRedis } from './forgiving-redis.ts';
import { RedisCache } from './redis-cache.ts';
import type { RedisClient } from './redis-client.ts';

export interface RedisCacheOptions extends CacheOptions {
  /** How many milliseconds Redis may take to answer. */
  readonly patience?: number;
  /** For how many milliseconds Redis is left alone after it did not answer. */
  readonly pause?: number;
}

/** Keeps values in a Redis. While that is away nothing is found and nothing is kept, and nothing fails. */
export class RedisCaches implements Caches {
  readonly #redis: ForgivingRedis;
  readonly #counters = new Counters();
  readonly #options: Required<CacheOptions>;

  constructor(redis: RedisClient, { patience = 200, pause = 1000, ...options }: RedisCacheOptions = {}) {
    this.#options = { ...defaults, ...options };
    const { now } = this.#options;
    const onFailure = (): void => this.#counters.count('degraded');
    this.#redis = new ForgivingRedis(redis, { patience, pause, now, onFailure });
  }

  of(organizationId: string): Cache {
    checkKey(organizationId, 'tenant');
    return new RedisCache(organizationId, this.#redis, this.#counters, this.#options);
  }

  statistics(): CacheStatistics {
    return this.#counters.snapshot();
  }
}
