export type { CacheOptions } from './cache-options.ts';
export type { RedisClient } from './fault-tolerant-redis.ts';
export { HashedKeys } from './hashed-keys.ts';
export { type MemoryCacheOptions, MemoryCaches } from './memory-caches.ts';
export { type RedisCacheOptions, RedisCaches } from './redis-caches.ts';
