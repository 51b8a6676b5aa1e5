import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import { PoolMembership } from './pool-membership.ts';
import type { Sandbox } from './sandbox.ts';

/** An ORM whose every connection, read replicas included, is that of the test that uses it. */
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

  /** Makes the ORM work in this sandbox, from now on. */
  join(sandbox: Sandbox): void {
    this.#sandbox = sandbox;
    for (const pool of this.#pools) sandbox.join(pool);
  }

  /** Its pools never connect, so there is no connection to close; the ORM only lets go of what it holds. */
  close(): Promise<void> {
    return this.orm.close(true);
  }

  /** MikroORM makes a pool when it first needs one: in the middle of a test, as a rule. */
  #adopt(pool: pg.Pool): void {
    const membership = PoolMembership.of(pool);
    this.#pools.push(membership);
    if (this.#sandbox?.closed === false) this.#sandbox.join(membership);
  }
}
