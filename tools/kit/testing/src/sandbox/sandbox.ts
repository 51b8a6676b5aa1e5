import { setImmediate as nextLoop, setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describeCallSite } from './call-site.ts';
import { shorten } from './explain-error.ts';
import { LeasedClient } from './leased-client.ts';
import { SandboxError } from './sandbox-error.ts';
import type { ConnectionLender, OpenSandbox, SandboxedPool } from './sandbox-ports.ts';
import { Session } from './session.ts';
import { type Hold, ConnectionQueue } from './connection-queue.ts';

export interface SandboxOptions {
  /** The name of the test, for messages. */
  readonly testName: string;
  /** How long a request waits for an idle holder of the connection, in milliseconds. */
  readonly idleLimit?: number;
  /** How long unfinished work may continue after the test, in milliseconds. */
  readonly grace?: number;
}

/** The database of one test. Everything that happens through its pools is rolled back when it closes. */
export class Sandbox implements OpenSandbox {
  readonly testName: string;
  readonly queue: ConnectionQueue;
  readonly #database: ConnectionLender;
  readonly #grace: number;
  readonly #pools = new Map<SandboxedPool, LeasedClient>();
  readonly #problems: SandboxError[] = [];
  readonly #closing: (() => void)[] = [];
  #session: Promise<Session> | undefined;
  #closed = false;

  constructor(database: ConnectionLender, { testName, idleLimit = 1_000, grace = 250 }: SandboxOptions) {
    this.testName = testName;
    this.queue = new ConnectionQueue(idleLimit);
    this.#database = database;
    this.#grace = grace;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Makes a pool use this test's connection during this test. */
  join(pool: SandboxedPool): void {
    pool.add(this);
    this.#pools.set(pool, new LeasedClient(this, pool.pool.options));
  }

  async lease(pool: SandboxedPool): Promise<LeasedClient> {
    const closedError = this.closedError();
    if (closedError !== undefined) throw closedError;
    const client = this.#clientOf(pool);
    return this.#withHold(async (hold) => client.take(hold, pool.startup));
  }

  /** Runs a statement as superuser in the test's transaction. */
  async runAsAdmin(sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const closedError = this.closedError();
    if (closedError !== undefined) throw closedError;
    return this.#withHold(async (hold) => {
      const session = await this.session();
      const result = await this.queue.during(sql, () => session.runAsAdmin(sql, values));
      this.queue.release(hold);
      return result;
    });
  }

  /** Registers a function to call when nothing of this test can reach the database any more. */
  onClose(callback: () => void): void {
    this.#closing.push(callback);
  }

  /** Records a problem that fails the test at its end, even if the code under test catches the error. */
  blame(error: SandboxError): void {
    if (!this.#problems.includes(error)) this.#problems.push(error);
  }

  session(): Promise<Session> {
    this.#session ??= this.#database.lend().then((pinned) => {
      const { target } = this.#database;
      return new Session({ pinned, target, blame: (error) => this.blame(error) });
    });
    return this.#session;
  }

  /** Cancels the running statement, as an abort signal does in production. */
  async cancel(pid: number): Promise<void> {
    await this.#database.signal('pg_cancel_backend($1)', pid);
  }

  closedError(): SandboxError | undefined {
    return this.#closed ? new SandboxError(lateUse(this.testName)) : undefined;
  }

  /** Rolls back everything and returns the connection. Returns the problems that the test has to report. */
  async close(): Promise<readonly SandboxError[]> {
    await this.#settle();
    this.#closed = true;
    this.queue.close(() => new SandboxError(lateUse(this.testName)));
    for (const pool of this.#pools.keys()) pool.remove(this);
    this.#database.forget(this);
    for (const callback of this.#closing) callback();
    await this.#giveBack();
    return this.#problems;
  }

  /** Returns the pool's client in this test. A client that was released as broken is replaced. */
  #clientOf(pool: SandboxedPool): LeasedClient {
    const known = this.#pools.get(pool);
    if (known === undefined)
      throw new SandboxError(
        `"${this.testName}" used a pool that did not join its sandbox. Let the pool join with db.join(pool).`,
      );
    if (!known.broken) return known;
    const next = new LeasedClient(this, pool.pool.options);
    this.#pools.set(pool, next);
    return next;
  }

  async #withHold<T>(work: (hold: Hold) => Promise<T>): Promise<T> {
    try {
      const hold = await this.queue.acquire();
      try {
        return await work(hold);
      } catch (error) {
        this.queue.release(hold);
        throw error;
      }
    } catch (error) {
      if (error instanceof SandboxError) this.blame(error);
      throw error;
    }
  }

  /** Waits for work that is about to end. Work that continues longer is a leak. */
  async #settle(): Promise<void> {
    if (this.queue.holder !== undefined) await nextLoop();
    for (let waited = 0; this.queue.holder !== undefined && waited < this.#grace; waited += 5) await sleep(5);
    const { holder } = this.queue;
    if (holder !== undefined)
      this.blame(
        new SandboxError(leak(describeCallSite(holder.mark), shorten(holder.lastStatement ?? '(none)'))),
      );
  }

  async #giveBack(): Promise<void> {
    if (this.#session === undefined) return;
    const session = await this.#session;
    if (this.queue.busy)
      await this.#database.signal('pg_terminate_backend($1, 5000)', session.pinned.processId);
    session.end();
    if (session.pinned.dead !== undefined) this.blame(new SandboxError(died(session.pinned.dead)));
    await this.#database.takeBack(session.pinned);
  }
}

function leak(site: string, lastStatement: string): string {
  return [
    'The test ended while a database connection was still in use: a transaction was not ended, or a promise was not awaited. By:',
    site,
    `    its last statement: ${lastStatement}`,
    'Await the work, or end the transaction (in a `finally`, if the code begins it itself).',
  ].join('\n');
}

function lateUse(testName: string): string {
  return `The database was used after the end of its test: "${testName}" started work that it did not await. The statement was rejected, so that it cannot reach another test. Await the work before the test ends.`;
}

function died(error: Error): string {
  return `The connection of the test was ended (${error.message}), and all changes of the test with it. A test that kills backends or restarts the server needs the fixture \`committedDb\` or \`isolatedDb\`.`;
}
