export interface CacheOptions {
  /** The present, in milliseconds. */
  readonly now?: () => number;
  /** The most bytes that one value may take as it is kept. */
  readonly maxValueBytes?: number;
  /** From how many bytes on values are compressed. */
  readonly compressFrom?: number;
}

export const defaults = {
  now: Date.now,
  maxValueBytes: 1024 * 1024,
  compressFrom: 1024,
} as const satisfies Required<CacheOptions>;
