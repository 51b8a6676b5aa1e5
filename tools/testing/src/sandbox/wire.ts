import type { Socket } from 'node:net';
import pg from 'pg';
import type { PinnedClient } from './pinned-client.ts';

type Send = (client: pg.Client) => Promise<pg.QueryResult>;

/**
 * Sends the statements of a test, and the sandbox's own with them. Those (BEGIN, savepoints, releases) wait for the next
 * statement and travel ahead of it, in the same packet: they cost no round trip, and what no statement follows is never
 * sent. At the base of the test's transaction there is one savepoint, the guard, to which a failing statement goes back.
 */
export class Wire {
  readonly pinned: PinnedClient;
  #ahead = '';
  #begun = false;
  #guarded = false;
  #used = false;

  constructor(pinned: PinnedClient) {
    this.pinned = pinned;
  }

  /** Has SQL of the sandbox's own run before the next statement. It must be such that it cannot fail. */
  ahead(sql: string): void {
    if (sql !== '') this.#ahead += `${sql}; `;
  }

  /** The same, at the base, where no savepoint but the caller's is open. */
  aheadAtBase(sql: string): void {
    if (!this.#begun) this.ahead('begin');
    if (this.#guarded) this.ahead('release vouch_guard');
    this.#begun = true;
    this.#guarded = false;
    this.ahead(sql);
  }

  guard(): void {
    this.aheadAtBase('savepoint vouch_guard');
    this.#guarded = true;
  }

  async send(send: Send): Promise<pg.QueryResult> {
    const { raw } = this.pinned;
    const ahead = this.#ahead;
    if (ahead === '') return send(raw);
    this.#ahead = '';
    this.#used = true;
    const { stream } = (raw as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    raw.query(ahead).catch((error: unknown) => this.pinned.noteLost(error));
    const sent = send(raw);
    stream.uncork();
    return sent;
  }

  /** Runs SQL of the sandbox's own that may fail. */
  async now(sql: string): Promise<void> {
    await this.send((client) => client.query(sql));
  }

  async readSetting(name: string): Promise<string> {
    const sql = `select current_setting(${pg.escapeLiteral(name)}, true) as value`;
    const rows = await this.send((client) => client.query(sql)).then(
      (result) => result.rows as { value: string | null }[],
      () => [],
    );
    return rows[0]?.value ?? '';
  }

  /** Whether the test's own transaction is over, which nothing but a fault of the sandbox can bring about. */
  wasEnded(): boolean {
    return this.#used && this.pinned.dead === undefined && this.pinned.raw.getTransactionStatus() === 'I';
  }

  /** Takes back everything that the test did. Nobody has to wait for it: what the next test sends comes after it. */
  end(): void {
    if (!this.#used || this.pinned.dead !== undefined) return;
    this.#used = false;
    const end = this.pinned.raw.query('rollback; select pg_advisory_unlock_all()');
    end.catch((error: unknown) => this.pinned.noteLost(error));
  }
}
