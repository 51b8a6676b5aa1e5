import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Admin } from './admin.ts';

/** A database as a test sees it, whatever isolates it from other tests. */
export interface TestDb {
  /** The database's name on the server. */
  readonly name: string;
  /** The address at which the application role finds it. */
  readonly url: string;
  /** The ORM, as the application has it. */
  readonly orm: MikroORM;
  /** An entity manager of the test's own, with nothing in its identity map. */
  readonly em: EntityManager;
  /** Set-up as superuser, past row-level security. */
  readonly admin: Admin;
}
