import type { RedisClient, RedisSetOptions } from './redis-client.ts';

interface Forgiveness {
  readonly patience: number;
  readonly pause: number;
  readonly now: () => number;
  readonly onFailure: () => void;
}

/**
 * A Redis that is empty while the real one is away. Who does not answer in time is left alone for a while, so that
 * callers do not wait each time anew.
 */
export class ForgivingRedis implements RedisClient {
  readonly #redis: RedisClient;
  readonly #forgiveness: Forgiveness;
  #pausedUntil = 0;
  #lastLoss = Number.NEGATIVE_INFINITY;

  constructor(redis: RedisClient, forgiveness: Forgiveness) {
    this.#redis = redis;
    this.#forgiveness = forgiveness;
  }

  /**
   * When something was last written and may not have arrived. What Redis has from before then may be what should have
   * been replaced or dropped.
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
    return this.#try(() => this.#redis.set(key, value, options), this.#lose);
  }

  del(key: string): Promise<unknown> {
    return this.#try(() => this.#redis.del(key), this.#lose);
  }

  readonly #lose = (): void => {
    this.#lastLoss = this.#forgiveness.now();
  };

  async #try<Reply>(ask: () => Promise<Reply>, instead: () => Reply): Promise<Reply> {
    const { now, pause, onFailure } = this.#forgiveness;
    if (now() >= this.#pausedUntil) {
      try {
        return await this.#inTime(ask());
      } catch {
        this.#pausedUntil = now() + pause;
      }
    }
    onFailure();
    return instead();
  }

  async #inTime<Reply>(reply: Promise<Reply>): Promise<Reply> {
    const { patience } = this.#forgiveness;
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`Redis did not answer in ${patience} ms.`)), patience);
    return Promise.race([reply, tooLate]).finally(() => clearTimeout(timer));
  }
}
