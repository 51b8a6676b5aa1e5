import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import { PoolMembership } from './join-pool.ts';
import type { Sandbox } from './sandbox.ts';

/** An ORM whose every connection, read replicas included, is that of the test that uses it. */
export class SandboxedOrm {
  readonly orm: MikroORM;
  readonly #pools: readonly PoolMembership[];

  private constructor(orm: MikroORM, pools: readonly PoolMembership[]) {
    this.orm = orm;
    this.#pools = pools;
  }

  static async over(url: string, options: OrmOptions, as: 'admin' | 'app' = 'app'): Promise<SandboxedOrm> {
    const pools: PoolMembership[] = [];
    const onPoolCreated = (pool: pg.Pool): void => void pools.push(PoolMembership.of(pool, as));
    const driverOptions = { ...options.driverOptions, onPoolCreated };
    const orm = createOrm(url, { ...options, driverOptions });
    await orm.driver.getConnection('write').initClient();
    await orm.driver.getConnection('read').initClient();
    return new SandboxedOrm(orm, pools);
  }

  join(sandbox: Sandbox): void {
    for (const pool of this.#pools) sandbox.join(pool);
  }

  /** Made without a connection, so there is none to close; the ORM only lets go of what it holds. */
  close(): Promise<void> {
    return this.orm.close(true);
  }
}
