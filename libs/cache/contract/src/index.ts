export type { Cache, Caches, CacheStatistics, Keeping } from './cache.ts';
export type { CacheKeys } from './cache-keys.ts';
export { CacheError, InvalidKeyError, InvalidLifetimeError, ValueTooLargeError } from './errors.ts';
export type { Json } from './json.ts';
