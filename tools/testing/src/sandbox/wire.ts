import pg from 'pg';
import type { PinnedClient } from './pinned-client.ts';

/**
 * The base of a test's transaction: begun with the first statement, and with one savepoint in it, the guard, to which a
 * failing statement of its own goes back. Nothing here waits for the server on its own: it is sent along with what
 * follows, so that a sandboxed statement takes one round trip, as it would without the sandbox.
 */
export class Wire {
  readonly pinned: PinnedClient;
  #begun = false;
  #guarded = false;

  constructor(pinned: PinnedClient) {
    this.pinned = pinned;
  }

  get raw(): pg.Client {
    return this.pinned.raw;
  }

  /** Runs SQL of the sandbox's own at the base, where no savepoint but the caller's is open. */
  async atBase(sql: string): Promise<void> {
    if (this.pinned.dead === undefined) await this.raw.query(this.#fromBase() + sql);
  }

  async control(sql: string): Promise<void> {
    if (sql !== '' && this.pinned.dead === undefined) await this.raw.query(sql);
  }

  guard(): void {
    this.raw.query(`${this.#fromBase()}savepoint vouch_guard`).catch(() => undefined);
    this.#guarded = true;
  }

  backToGuard(): Promise<void> {
    return this.control('rollback to vouch_guard');
  }

  async readSetting(name: string): Promise<string> {
    const sql = `select current_setting(${pg.escapeLiteral(name)}, true) as value`;
    const { rows } = await this.raw.query<{ value: string | null }>(sql).catch(() => ({ rows: [] }));
    return rows[0]?.value ?? '';
  }

  /** Whether the test's own transaction is over, which nothing but a fault of the sandbox can bring about. */
  wasEnded(): boolean {
    return this.#begun && this.pinned.dead === undefined && this.raw.getTransactionStatus() === 'I';
  }

  /** Takes back everything that the test did. */
  async end(): Promise<void> {
    if (!this.#begun || this.pinned.dead !== undefined) return;
    this.#begun = false;
    await this.raw
      .query('rollback; select pg_advisory_unlock_all()')
      .catch((error: unknown) => this.pinned.noteLost(error));
  }

  #fromBase(): string {
    const begin = this.#begun ? '' : 'begin; ';
    const release = this.#guarded ? 'release vouch_guard; ' : '';
    this.#begun = true;
    this.#guarded = false;
    return begin + release;
  }
}
