import type pg from 'pg';
import type { TestDb } from './test-db.ts';

/**
 * The database as a test sees it by default: all that it does, on whatever pool, is one transaction, taken back. With
 * `realCommits` it is a database that is really written to, and cleaned.
 */
export interface SandboxedDb extends TestDb {
  /** Makes a pool that the code under test has of its own work in this test's database, until the test ends. */
  join(pool: pg.Pool): void;
}
