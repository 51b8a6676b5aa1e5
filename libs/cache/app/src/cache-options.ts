export interface CacheOptions {
  /** Returns the current time in milliseconds. */
  readonly now?: () => number;
  /** The most bytes of one value as it is stored. */
  readonly maxValueBytes?: number;
  /** Values with at least so many bytes are compressed. */
  readonly compressFrom?: number;
}

export const defaults = {
  now: Date.now,
  maxValueBytes: 1024 * 1024,
  compressFrom: 1024,
} as const satisfies Required<CacheOptions>;
