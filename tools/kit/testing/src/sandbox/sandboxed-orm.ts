import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import { PoolMembership } from './pool-membership.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * An ORM whose connections, including read replicas, are all the connection of the current test.
 *
 * @example
 * import { acquireServer } from '@vouch/testing/servers';
 *
 * await using server = await acquireServer();
 * const template = await server.template({ key: 'empty', build: async () => undefined });
 * await using database = await SandboxedDatabase.over(await template.clone());
 * const sandboxed = SandboxedOrm.over(database.target.appUrl, { entities: [Note] });
 * const sandbox = database.open({ testName: 'one' });
 * sandboxed.join(sandbox);
 * await database.admin.query('create table note (id int, text text)');
 * await database.admin.query('grant select on note to vouch_app');
 * expect(await sandboxed.orm.em.fork().find(Note, {})).toEqual([]);
 * await sandbox.close();
 * await sandboxed.close();
 */
export class SandboxedOrm {
  readonly orm: MikroORM;
  readonly #pools: PoolMembership[] = [];
  #sandbox: Sandbox | undefined;

  private constructor(url: string, options: OrmOptions) {
    const onPoolCreated = (pool: pg.Pool): void => this.#adopt(pool);
    this.orm = createOrm(url, { ...options, driverOptions: { ...options.driverOptions, onPoolCreated } });
  }

  static over(url: string, options: OrmOptions): SandboxedOrm {
    return new SandboxedOrm(url, options);
  }

  /** Makes the ORM work in this sandbox from now on. */
  join(sandbox: Sandbox): void {
    this.#sandbox = sandbox;
    for (const pool of this.#pools) sandbox.join(pool);
  }

  /** Releases the ORM's resources. Its pools never connect, so there are no connections to close. */
  close(): Promise<void> {
    return this.orm.close(true);
  }

  /** Adds a pool to the sandbox. MikroORM creates a pool when it first needs one, usually during a test. */
  #adopt(pool: pg.Pool): void {
    const membership = PoolMembership.of(pool);
    this.#pools.push(membership);
    if (this.#sandbox?.closed === false) this.#sandbox.join(membership);
  }
}
