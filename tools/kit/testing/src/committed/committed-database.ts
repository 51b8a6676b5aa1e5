import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { TestDatabase } from '../servers/index.ts';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import type { SandboxedDb } from '../test-db/sandboxed-db.ts';
import { PoolAdmin } from '../test-db/admin.ts';
import { PoolMembership } from '../sandbox/pool-membership.ts';
import { SandboxError } from '../sandbox/sandbox-error.ts';
import { cleanUpSql, keepReferenceSql } from './clean-up-sql.ts';
import { readTables } from './read-tables.ts';

const grace = 250;

/** A database for tests that really commit, one after the other. It is cleaned after each test. */
export class CommittedDatabase implements AsyncDisposable {
  readonly #database: TestDatabase;
  #current: { readonly options: OrmOptions; readonly orm: MikroORM } | undefined;
  readonly #appPools: pg.Pool[] = [];
  /** The pools of the code under test, which the kit must not close. */
  readonly #joined = new Set<pg.Pool>();
  readonly #admin: pg.Pool;
  readonly #cleanUp: string;

  private constructor(database: TestDatabase, admin: pg.Pool, cleanUp: string) {
    this.#database = database;
    this.#admin = admin;
    this.#cleanUp = cleanUp;
  }

  static async over(database: TestDatabase): Promise<CommittedDatabase> {
    const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
    admin.on('error', () => undefined);
    const client = await admin.connect();
    try {
      const tables = await readTables(client);
      await client.query(keepReferenceSql(tables));
      const batch = `begin; ${await preamble(client)};\n${cleanUpSql(tables)};\ncommit`;
      return new CommittedDatabase(database, admin, batch);
    } finally {
      client.release();
    }
  }

  /**
   * Returns the database for the next test. The ORM is reused within a test file; the next file has its own entity
   * classes.
   */
  view(options: OrmOptions): SandboxedDb {
    const { name, appUrl: url } = this.#database;
    const orm = this.#ormWith(options);
    const join = (pool: pg.Pool): void => this.#join(pool);
    return { name, url, orm, em: orm.em.fork(), admin: new PoolAdmin(this.#admin), join };
  }

  /** Returns the problems that the test left. If there are any, the database must not be used again. */
  async problems(): Promise<SandboxError[]> {
    return (await this.#settled()) ? [] : [await this.#endLeftConnections()];
  }

  /** Restores the template's content. Closing the sessions removes their settings, locks and LISTEN registrations. */
  async clean(): Promise<void> {
    if (this.#appPools.length > 0) await this.#current?.orm.driver.close(true);
    if (this.#joined.size > 0) await this.#admin.query(endConnectionsSql);
    this.#appPools.length = 0;
    this.#joined.clear();
    await this.#admin.query(this.#cleanUp);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.#current?.orm.close(true);
    // A pool waits for connections that are in use, and a connection that the test forgot is never released.
    if (await this.#settled()) await closed;
    await this.#admin.end();
    await this.#database.drop();
  }

  #ormWith(options: OrmOptions): MikroORM {
    if (this.#current?.options === options) return this.#current.orm;
    const onPoolCreated = (pool: pg.Pool): void => void this.#appPools.push(pool);
    const orm = createOrm(this.#database.appUrl, {
      ...options,
      driverOptions: { ...options.driverOptions, onPoolCreated },
    });
    this.#current = { options, orm };
    return orm;
  }

  /** Connects a pool to this database. Its connections are ended after the test, which a pool reports as an error. */
  #join(pool: pg.Pool): void {
    PoolMembership.endOf(pool);
    Object.assign(pool.options, { connectionString: this.#database.appUrl });
    if (this.#joined.has(pool)) return;
    this.#joined.add(pool);
    pool.on('error', () => undefined);
  }

  async #settled(): Promise<boolean> {
    const pools = [...this.#appPools, ...this.#joined];
    const busy = () => pools.some(({ totalCount, idleCount }) => totalCount > idleCount);
    for (let waited = 0; busy() && waited < grace; waited += 5) await sleep(5);
    return !busy();
  }

  /** Ends the connections, because their locks would block the clean-up for ever. */
  async #endLeftConnections(): Promise<SandboxError> {
    const { rows } = await this.#admin.query<{ query: string }>(endConnectionsSql);
    return new SandboxError(leftInUse(rows.map(({ query }) => query)));
  }
}

/** Disables triggers as superuser. Other users depend on the order of deletion, and triggers fire. */
async function preamble(client: pg.ClientBase): Promise<string> {
  const sql = 'select rolsuper from pg_roles where rolname = current_user';
  const { rows } = await client.query<{ rolsuper: boolean }>(sql);
  return rows[0]?.rolsuper === true
    ? 'set local session_replication_role = replica'
    : 'set constraints all deferred';
}

const endConnectionsSql = `
  select query, pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

function leftInUse(queries: readonly string[]): string {
  return [
    'The test ended while a database connection was still in use: a transaction was not ended, or a promise was not awaited.',
    ...queries.map((query) => `    its last statement: ${query}`),
    'Await the work, or end the transaction (in a `finally`, if the code begins it itself).',
  ].join('\n');
}
