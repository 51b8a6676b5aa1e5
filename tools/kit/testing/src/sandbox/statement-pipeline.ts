import type { Socket } from 'node:net';
import type pg from 'pg';
import type { PinnedClient } from './database/pinned-client.ts';

/** How a statement is sent. */
export interface Sendable {
  /** It cannot be followed by another statement before it is answered: a cursor, a stream. */
  readonly alone?: boolean;
  send(client: pg.Client): Promise<pg.QueryResult>;
}

/**
 * Sends the statements of a test, and the sandbox's own with them. Those (BEGIN, savepoints, releases) wait for the next
 * statement and travel ahead of it, in the same packet: they cost no round trip, and what no statement follows is never
 * sent. At the root of the test's transaction there is one savepoint, the guard, to which a failing statement goes back.
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

  /** Has SQL of the sandbox's own run before the next statement. It must be such that it cannot fail. */
  prepend(sql: string): void {
    if (sql !== '') this.#prepended += `${sql}; `;
  }

  /** The same, at the root, where no savepoint but the caller's is open. */
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

  /** Sends a statement, and SQL of the sandbox's own after it which must succeed as well. */
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

  /** Runs SQL of the sandbox's own that may fail. */
  async now(sql: string): Promise<pg.QueryResult> {
    return this.send({ send: (client) => client.query(sql) });
  }

  /** Whether the test's own transaction is over, which nothing but a fault of the sandbox can bring about. */
  wasEnded(): boolean {
    return this.#used && this.pinned.dead === undefined && this.pinned.raw.getTransactionStatus() === 'I';
  }

  /** Takes back everything that the test did. There is no need to wait for it: what the next test sends comes after it. */
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
      // An error of the client comes before any answer of the server.
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

/** What a session keeps that no rollback takes back. */
export const forgetSession = 'deallocate all; discard sequences';
