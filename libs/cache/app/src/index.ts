export type { CacheOptions } from './cache-options.ts';
export { HashedKeys } from './hashed-keys.ts';
export { type MemoryCacheOptions, MemoryCaches } from './memory-caches.ts';
export { type RedisCacheOptions, RedisCaches } from './redis-caches.ts';
export type { RedisClient } from './redis-client.ts';
