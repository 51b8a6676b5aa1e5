import type { Socket } from 'node:net';
import type pg from 'pg';
import type { PinnedClient } from './database/pinned-client.ts';

/** A way to send a statement. */
export interface Sendable {
  /** True if no other statement may follow before it is answered: a cursor, a stream. */
  readonly alone?: boolean;
  send(client: pg.Client): Promise<pg.QueryResult>;
}

/**
 * Sends the statements of a test together with the sandbox's own SQL (BEGIN, savepoints, releases). The sandbox's SQL
 * waits for the next statement and is sent before it in the same packet, so it costs no round trip; SQL that no
 * statement follows is never sent. The root of the test's transaction has one savepoint, the guard, to which a
 * failing statement rolls back.
 */
export class StatementPipeline {
  readonly pinned: PinnedClient;
  #prepended = '';
  #begun = false;
  #guarded = false;
  #used = false;

  constructor(pinned: PinnedClient) {
    this.pinned = pinned;
  }

  /** Adds SQL to run before the next statement. It must not be able to fail. */
  prepend(sql: string): void {
    if (sql !== '') this.#prepended += `${sql}; `;
  }

  /** Adds SQL to run at the root, where no savepoint but the caller's is open. */
  prependAtRoot(sql: string): void {
    if (!this.#begun) this.prepend('begin isolation level read committed read write not deferrable');
    if (this.#guarded) this.prepend('release vouch_guard');
    this.#begun = true;
    this.#guarded = false;
    this.prepend(sql);
  }

  guard(): void {
    this.prependAtRoot('savepoint vouch_guard');
    this.#guarded = true;
  }

  /** Sends a statement, followed by SQL of the sandbox that must succeed as well. */
  async send(statement: Sendable, check = ''): Promise<pg.QueryResult> {
    if (check === '') return this.#send(statement);
    if (statement.alone === true) {
      const result = await this.#send(statement);
      await this.now(check);
      return result;
    }
    const { stream } = this;
    stream.cork();
    const sent = this.#send(statement);
    const checked = this.pinned.raw.query(check);
    checked.catch(() => undefined);
    stream.uncork();
    const result = await sent;
    await checked;
    return result;
  }

  /** Runs SQL of the sandbox that may fail. */
  async now(sql: string): Promise<pg.QueryResult> {
    return this.send({ send: (client) => client.query(sql) });
  }

  /** Returns whether the test's own transaction has ended, which only a defect of the sandbox can cause. */
  wasEnded(): boolean {
    return this.#used && this.pinned.dead === undefined && this.pinned.raw.getTransactionStatus() === 'I';
  }

  /** Rolls back everything that the test did, without waiting: the statements of the next test come after it. */
  end(): void {
    if (!this.#used || this.pinned.dead !== undefined) return;
    this.#used = false;
    this.pinned.forgetPreparedStatements();
    void this.#own(`rollback; ${forgetSession}; select pg_advisory_unlock_all()`);
  }

  get stream(): Socket {
    return (this.pinned.raw as unknown as { connection: { stream: Socket } }).connection.stream;
  }

  async #send(statement: Sendable): Promise<pg.QueryResult> {
    const { raw } = this.pinned;
    const prepended = this.#prepended;
    if (prepended === '') return statement.send(raw);
    this.#prepended = '';
    this.#used = true;
    const { stream } = this;
    stream.cork();
    const before = this.#own(prepended);
    const sent = statement.send(raw);
    stream.uncork();
    try {
      return await sent;
    } catch (error) {
      // An error of the client can come before the server's answer to the prepended SQL.
      await before;
      throw error;
    }
  }

  async #own(sql: string): Promise<void> {
    try {
      await this.pinned.raw.query(sql);
    } catch (error) {
      this.pinned.noteLost(new Error(`the sandbox’s own SQL failed: ${(error as Error).message}: ${sql}`));
    }
  }
}

/** Session state that a rollback does not undo. */
export const forgetSession = 'deallocate all; discard sequences';
