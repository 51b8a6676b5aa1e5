/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface CacheEntryOptions {
  /** The lifetime: 1 s..30 days. The default is an hour. */
  readonly seconds?: number;
  /** Names by which values can be dropped together. */
  readonly tags?: readonly string[];
}

export interface CacheStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Values that were dropped to make room. */
  readonly evictions: number;
  /** Operations that had no effect because the store was unreachable. */
  readonly degraded: number;
}

/**
 * Caches the values of one tenant. Every value may be dropped before its lifetime ends.
 *
 * @invariant A value that is found is the one that was set last.
 * @promise unreachable While the store is unreachable, values are neither found nor stored, and no call fails.
 */
export interface Cache {
  /**
   * Looks a value up.
   *
   * @param key - 1..200 printable characters without spaces
   * @returns the value, or undefined if the key has none
   * @throws {@link InvalidKeyError} when the key is empty, too long, or has spaces or control characters
   * @remarks
   * - Reading does not extend a value's lifetime.
   * - A value is found until its lifetime ends.
   * @tenantScoped
   */
  get(key: string): Promise<Json | undefined>;

  /**
   * Stores a value and replaces an earlier one of the key.
   *
   * @throws {@link InvalidKeyError} when the key or a tag is empty, too long, or has spaces or control characters
   * @throws {@link InvalidLifetimeError} when the lifetime is out of bounds
   * @throws {@link ValueTooLargeError} when the compressed value exceeds the limit
   * @remarks
   * - Large values are stored compressed and returned unchanged.
   * - Later changes to the object do not change the stored value.
   * @tenantScoped
   */
  set(key: string, value: Json, options?: CacheEntryOptions): Promise<void>;

  /**
   * Drops a value.
   *
   * @throws {@link InvalidKeyError} when the key is empty, too long, or has spaces or control characters
   * @remarks
   * - Dropping a missing value has no effect.
   * @tenantScoped
   */
  delete(key: string): Promise<void>;

  /**
   * Drops all values that were set with the tag.
   *
   * @throws {@link InvalidKeyError} when the tag is empty, too long, or has spaces or control characters
   * @remarks
   * - Values that are set with the tag later stay.
   * @tenantScoped
   */
  invalidate(tag: string): Promise<void>;
}

/** The cache as a whole. */
export interface Caches {
  /**
   * @returns the cache of one tenant, separate from those of other tenants
   * @throws {@link InvalidKeyError} when the tenant's id is not a valid key
   */
  of(organizationId: string): Cache;

  /** @returns the counts since the start of this process */
  statistics(): CacheStatistics;
}

export interface CacheKeys {
  /**
   * Makes a key from everything on which a value depends, such as a model, its settings and a prompt.
   *
   * @param namespace - the kind of value
   * @returns a valid key that starts with the namespace
   * @throws {@link InvalidKeyError} when the namespace is not a valid key of at most 100 characters
   * @remarks
   * - The order of properties makes no difference; the order of list elements does.
   * - Different parts make different keys.
   * - The key does not reveal the parts.
   */
  keyOf(namespace: string, parts: Json): string;
}
