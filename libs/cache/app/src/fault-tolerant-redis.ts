/** The commands of node-redis that the cache uses. */
export interface RedisClient {
  get(key: string): Promise<string | null>;
  mGet(keys: string[]): Promise<(string | null)[]>;
  set(key: string, value: string, options?: RedisSetOptions): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

export interface RedisSetOptions {
  readonly expiration?: { readonly type: 'PX'; readonly value: number };
  readonly condition?: 'NX';
}

interface FaultToleranceOptions {
  readonly timeout: number;
  readonly backoff: number;
  readonly now: () => number;
  readonly onFailure: () => void;
}

/**
 * A Redis client that finds nothing while Redis is unreachable. After a failure it does not ask Redis again for a while,
 * so that not every caller waits for the timeout.
 */
export class FaultTolerantRedis implements RedisClient {
  readonly #redis: RedisClient;
  readonly #options: FaultToleranceOptions;
  #retryAt = 0;
  #lastLoss = Number.NEGATIVE_INFINITY;

  constructor(redis: RedisClient, options: FaultToleranceOptions) {
    this.#redis = redis;
    this.#options = options;
  }

  /**
   * The time of the last write that may have failed. Entries from before that time may be outdated.
   */
  get lastLoss(): number {
    return this.#lastLoss;
  }

  get(key: string): Promise<string | null> {
    return this.#try(
      () => this.#redis.get(key),
      () => null,
    );
  }

  mGet(keys: string[]): Promise<(string | null)[]> {
    return this.#try(
      () => this.#redis.mGet(keys),
      () => [],
    );
  }

  set(key: string, value: string, options?: RedisSetOptions): Promise<unknown> {
    return this.#try(() => this.#redis.set(key, value, options), this.#recordLoss);
  }

  del(key: string): Promise<unknown> {
    return this.#try(() => this.#redis.del(key), this.#recordLoss);
  }

  readonly #recordLoss = (): void => {
    this.#lastLoss = this.#options.now();
  };

  async #try<Reply>(ask: () => Promise<Reply>, fallback: () => Reply): Promise<Reply> {
    const { now, backoff, onFailure } = this.#options;
    if (now() >= this.#retryAt) {
      try {
        return await this.#withTimeout(ask());
      } catch {
        this.#retryAt = now() + backoff;
      }
    }
    onFailure();
    return fallback();
  }

  async #withTimeout<Reply>(reply: Promise<Reply>): Promise<Reply> {
    const { timeout } = this.#options;
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`Redis did not answer in ${timeout} ms.`)), timeout);
    return Promise.race([reply, tooLate]).finally(() => clearTimeout(timer));
  }
}
