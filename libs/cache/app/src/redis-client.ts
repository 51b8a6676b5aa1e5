/** The few commands of a Redis client that the cache needs, as node-redis has them. */
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
