import type { Caches } from '@acme/cache-contract';

/** What the suite needs of an implementation: a new, empty one for each test, whose time the test can move. */
export interface CacheUnderTest {
  readonly caches: Caches;
  readonly advance: (seconds: number) => Promise<void>;
}

/** The largest value that the implementation under test is to be made with. */
export const maxValueBytes = 4096;

export const invalidKeys = ['', ' ', 'a b', 'line\nbreak', '\u0000', 'x'.repeat(201)];

export type OfTenant = () => ReturnType<Caches['of']>;
