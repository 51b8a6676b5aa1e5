import type { Caches } from '@acme/cache-contract';

/** An implementation under test: new and empty for each test, with a clock that the test moves. */
export interface CacheUnderTest {
  readonly caches: Caches;
  readonly advance: (seconds: number) => Promise<void>;
}

/** The limit with which the implementation under test must be created. */
export const maxValueBytes = 4096;

export const invalidKeys = ['', ' ', 'a b', 'line\nbreak', '\u0000', 'x'.repeat(201)];

export type OfTenant = () => ReturnType<Caches['of']>;
