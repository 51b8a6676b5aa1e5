export type { Cache, CacheEntryOptions, CacheKeys, Caches, CacheStatistics, Json } from './cache.ts';
export { CacheError, InvalidKeyError, InvalidLifetimeError, ValueTooLargeError } from './errors.ts';
