import type pg from 'pg';
import type { TestDb } from './test-db.ts';

/**
 * The default database of a test: everything that the test does, through any pool, is one transaction that is rolled
 * back. With `realCommits`, changes are really committed, and the database is cleaned afterwards.
 */
export interface SandboxedDb extends TestDb {
  /** Makes a pool of the code under test use this test's database until the test ends. */
  join(pool: pg.Pool): void;
}
