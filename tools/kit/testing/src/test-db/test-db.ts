import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Admin } from './admin.ts';

/** A test's database, independent of how it is isolated from other tests. */
export interface TestDb {
  /** The database's name on the server. */
  readonly name: string;
  /** The URL for the application role. */
  readonly url: string;
  /** The ORM, configured as in the application. */
  readonly orm: MikroORM;
  /** The test's entity manager, with an empty identity map. */
  readonly em: EntityManager;
  /** Set-up as superuser, without row-level security. */
  readonly admin: Admin;
}
