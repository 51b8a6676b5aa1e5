import type { Json } from './json.ts';

export interface Keeping {
  /** 1 s..30 days; an hour unless told otherwise. */
  readonly seconds?: number;
  /** Names under which the value can be dropped together with others. */
  readonly tags?: readonly string[];
}

export interface CacheStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Values that were dropped to make room. */
  readonly evictions: number;
  /** Operations that were answered without the store, because it was away. */
  readonly degraded: number;
}

/**
 * Keeps the values of one tenant for a while. Nothing is sure to be found again.
 *
 * @invariant What is got is what was set last, or nothing.
 * @promise away While the store is away nothing is found, nothing is kept and nothing fails.
 */
export interface Cache {
  /**
   * Looks a value up.
   *
   * @param key - 1..200 printable characters without spaces
   * @returns the value, or undefined when nothing is kept under the key
   * @throws {@link InvalidKeyError} when the key is empty, too long, or has spaces or control characters
   * @remarks
   * - Reading does not prolong the life of a value.
   * - A value is found as long as it lives and not a moment longer.
   * @tenantScoped
   */
  get(key: string): Promise<Json | undefined>;

  /**
   * Keeps a value, in place of the one that was kept under the key.
   *
   * @throws {@link InvalidKeyError} when the key or a tag is empty, too long, or has spaces or control characters
   * @throws {@link InvalidLifetimeError} when the lifetime is not within its bounds
   * @throws {@link ValueTooLargeError} when the value takes more than the limit even when compressed
   * @remarks
   * - Large values are kept compressed, and come back as they were.
   * - Later changes of the object that was given do not change what is kept.
   * @tenantScoped
   */
  set(key: string, value: Json, keeping?: Keeping): Promise<void>;

  /**
   * Drops a value.
   *
   * @throws {@link InvalidKeyError} when the key is empty, too long, or has spaces or control characters
   * @remarks
   * - To drop what is not kept does nothing.
   * @tenantScoped
   */
  delete(key: string): Promise<void>;

  /**
   * Drops all values that were set with the tag.
   *
   * @throws {@link InvalidKeyError} when the tag is empty, too long, or has spaces or control characters
   * @remarks
   * - Values that are set with the tag afterwards are kept.
   * @tenantScoped
   */
  invalidate(tag: string): Promise<void>;
}

/** The cache as a whole. */
export interface Caches {
  /**
   * @returns the cache of one tenant, which shares nothing with those of others
   * @throws {@link InvalidKeyError} when the id of the tenant is no valid key
   */
  of(organizationId: string): Cache;

  /** @returns what happened since the start of this process */
  statistics(): CacheStatistics;
}
