import { setImmediate as nextLoop, setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describeCallSite } from './call-site.ts';
import { shorten } from './explain.ts';
import { LeasedClient } from './leased-client.ts';
import type { PoolMembership } from './pool-membership.ts';
import { SandboxError } from './sandbox-error.ts';
import { Session } from './session.ts';
import type { SandboxedDatabase } from './sandboxed-database.ts';
import { type Turn, Turns } from './turns.ts';

export interface SandboxOptions {
  /** Names the test in messages. */
  readonly testName: string;
  /** How long, in milliseconds, a request waits for a connection whose holder does nothing. */
  readonly patience?: number;
  /** How long, in milliseconds, work that the test left running may take to end. */
  readonly grace?: number;
}

/** The database as one test sees it: everything done through the joined pools is taken back when it closes. */
export class Sandbox {
  readonly testName: string;
  readonly turns: Turns;
  readonly #database: SandboxedDatabase;
  readonly #grace: number;
  readonly #pools = new Map<PoolMembership, LeasedClient>();
  readonly #faults: SandboxError[] = [];
  readonly #closing: (() => void)[] = [];
  #session: Promise<Session> | undefined;
  #closed = false;

  constructor(database: SandboxedDatabase, { testName, patience = 1_000, grace = 250 }: SandboxOptions) {
    this.testName = testName;
    this.turns = new Turns(patience);
    this.#database = database;
    this.#grace = grace;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Makes a pool work on this test's connection, in this test. */
  join(pool: PoolMembership): void {
    pool.add(this);
    this.#pools.set(pool, new LeasedClient(this, pool.pool.options));
  }

  async lease(pool: PoolMembership): Promise<LeasedClient> {
    const refusal = this.refusal();
    if (refusal !== undefined) throw refusal;
    const client = this.#clientOf(pool);
    return this.#inTurn(async (turn) => client.take(turn, pool.startup));
  }

  /** Runs a statement as superuser in the test's transaction. */
  async runAsAdmin(sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const refusal = this.refusal();
    if (refusal !== undefined) throw refusal;
    return this.#inTurn(async (turn) => {
      const session = await this.session();
      const result = await this.turns.during(sql, () => session.runAsAdmin(sql, values));
      this.turns.release(turn);
      return result;
    });
  }

  /** Called when nothing of this test reaches the database any more. */
  onClose(callback: () => void): void {
    this.#closing.push(callback);
  }

  /** Remembers what the test has to answer for when it ends, even where the code under test swallows the error. */
  blame(error: SandboxError): void {
    if (!this.#faults.includes(error)) this.#faults.push(error);
  }

  session(): Promise<Session> {
    this.#session ??= this.#database.lend().then((pinned) => {
      const { target } = this.#database;
      return new Session({ pinned, target, blame: (error) => this.blame(error) });
    });
    return this.#session;
  }

  /** Stops the statement that is running, as an abort signal does in production. */
  async cancel(pid: number): Promise<void> {
    await this.#database.signal('pg_cancel_backend($1)', pid);
  }

  refusal(): SandboxError | undefined {
    return this.#closed ? new SandboxError(lateUse(this.testName)) : undefined;
  }

  /** Rolls everything back and gives the connection on. Returns what the test has to answer for. */
  async close(): Promise<readonly SandboxError[]> {
    await this.#settle();
    this.#closed = true;
    this.turns.close(() => new SandboxError(lateUse(this.testName)));
    for (const pool of this.#pools.keys()) pool.remove(this);
    this.#database.forget(this);
    for (const callback of this.#closing) callback();
    await this.#giveBack();
    return this.#faults;
  }

  /** The pool's connection in this test. One that was released as broken makes way for another. */
  #clientOf(pool: PoolMembership): LeasedClient {
    const known = this.#pools.get(pool);
    if (known === undefined)
      throw new SandboxError(`This pool did not join the sandbox of "${this.testName}".`);
    if (!known.broken) return known;
    const next = new LeasedClient(this, pool.pool.options);
    this.#pools.set(pool, next);
    return next;
  }

  async #inTurn<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    try {
      const turn = await this.turns.acquire();
      try {
        return await work(turn);
      } catch (error) {
        this.turns.release(turn);
        throw error;
      }
    } catch (error) {
      if (error instanceof SandboxError) this.blame(error);
      throw error;
    }
  }

  /** Work that is just ending may end; what is still there after the grace is a leak. */
  async #settle(): Promise<void> {
    if (this.turns.holder !== undefined) await nextLoop();
    for (let waited = 0; this.turns.holder !== undefined && waited < this.#grace; waited += 5) await sleep(5);
    const { holder } = this.turns;
    if (holder !== undefined)
      this.blame(
        new SandboxError(leak(describeCallSite(holder.mark), shorten(holder.lastStatement ?? '(none)'))),
      );
  }

  async #giveBack(): Promise<void> {
    if (this.#session === undefined) return;
    const session = await this.#session;
    if (this.turns.busy)
      await this.#database.signal('pg_terminate_backend($1, 5000)', session.pinned.processId);
    session.end();
    if (session.pinned.dead !== undefined) this.blame(new SandboxError(died(session.pinned.dead)));
    await this.#database.takeBack(session.pinned);
  }
}

function leak(site: string, lastStatement: string): string {
  return [
    'The test ended while a database connection was still held: a transaction without its end, or a promise that is not awaited. By:',
    site,
    `    its last statement: ${lastStatement}`,
    'Await the work, or end the transaction (in a `finally`, where it is begun by hand).',
  ].join('\n');
}

function lateUse(testName: string): string {
  return `The database was used after its test had ended: work that "${testName}" started and did not await. It was refused, so that it cannot reach another test.`;
}

function died(error: Error): string {
  return `The connection of the test was ended (${error.message}), and with it everything that the test had done. A test that kills backends or restarts the server needs the fixture \`committedDb\` or \`isolatedDb\`.`;
}
