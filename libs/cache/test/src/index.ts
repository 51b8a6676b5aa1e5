export { memoryCaches } from './fakes/memory-caches.ts';
export { describeCache } from './suites/cache.suite.ts';
export { type CacheUnderTest, maxValueBytes } from './suites/cache-under-test.ts';
