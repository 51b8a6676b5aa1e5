import pg from 'pg';
import { ConnectionUser } from './connection-user.ts';
import { faults, refusalError, sandboxCause, shorten } from './explain.ts';
import { LocalSettings } from './local-settings.ts';
import { OpenTransaction } from './open-transaction.ts';
import type { PinnedClient } from './pinned-client.ts';
import { SandboxError } from './sandbox-error.ts';
import { classify } from './sql/classify.ts';
import type { Plain, Statement } from './sql/statement.ts';
import type { SandboxTarget } from './target.ts';
import { Wire } from './wire.ts';

/** One statement of the code under test, and how to send it. */
export interface Request {
  readonly sql: string;
  readonly values: readonly unknown[] | undefined;
  send(client: pg.Client): Promise<pg.QueryResult>;
}

/**
 * What one test does on its connection. The test itself is one transaction that is never committed; the transactions of
 * the code under test are savepoints in it, and a statement outside any of them has a savepoint of its own, so that it
 * can fail without harm to what comes after.
 */
export class Session {
  readonly pinned: PinnedClient;
  readonly user: ConnectionUser;
  readonly #wire: Wire;
  readonly #target: SandboxTarget;
  readonly #blame: (error: SandboxError) => void;
  #begun = 0;
  #transaction: OpenTransaction | undefined;
  #commitFailed = false;

  constructor(pinned: PinnedClient, target: SandboxTarget, blame: (error: SandboxError) => void) {
    this.pinned = pinned;
    this.#wire = new Wire(pinned);
    this.#target = target;
    this.user = new ConnectionUser(this.#wire, target);
    this.#blame = blame;
  }

  get inTransaction(): boolean {
    return this.#transaction !== undefined;
  }

  async run(request: Request): Promise<pg.QueryResult> {
    const afterFailedCommit = this.#commitFailed;
    this.#commitFailed = false;
    const statement = classify(request.sql, request.values);
    try {
      // After a failed COMMIT there is nothing to roll back: PostgreSQL only warns, and ORMs do it as a matter of course.
      if (statement.kind === 'rollback' && afterFailedCommit) return emptyResult('ROLLBACK');
      return await this.#dispatch(statement, request);
    } catch (error) {
      this.pinned.noteFatal(error);
      throw error;
    } finally {
      this.#verifyStillOurs(request.sql);
    }
  }

  /** The connection went back to its pool: nothing may be open on it. */
  endOfTurn(broken: boolean): void {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    if (transaction !== undefined) {
      transaction.rollback();
      if (!broken) this.#blame(new SandboxError(faults.leftOpen));
    }
    this.user.become('app');
  }

  end(): void {
    this.#wire.end();
  }

  async #dispatch(statement: Statement, request: Request): Promise<pg.QueryResult> {
    switch (statement.kind) {
      case 'plain':
        if (statement.taints) this.pinned.taint();
        return this.#transaction === undefined
          ? this.#runAlone(statement, request)
          : this.#runInside(this.#transaction, statement, request);
      case 'begin':
        return this.#begin(statement.readOnly);
      case 'commit':
        return this.#commit();
      case 'rollback':
        return this.#rollback();
      case 'transaction-only':
        return this.#runIfInside(statement.command, request);
      case 'isolation':
        return this.#isolation(statement.readOnly);
      case 'refused':
        throw this.#fault(refusalError(request.sql, statement.refusal));
    }
  }

  async #begin(readOnly: boolean): Promise<pg.QueryResult> {
    if (this.#transaction !== undefined) throw this.#fault(new SandboxError(faults.nestedBegin));
    this.#transaction = OpenTransaction.begin((this.#begun += 1), readOnly, this.#wire, this.#target);
    return emptyResult('BEGIN');
  }

  async #commit(): Promise<pg.QueryResult> {
    const transaction = this.#transaction;
    if (transaction === undefined) throw this.#fault(new SandboxError(faults.strayCommit));
    if (transaction.failed) return this.#rollback();
    this.#transaction = undefined;
    try {
      await transaction.commit();
    } catch (error) {
      this.#commitFailed = true;
      throw error;
    }
    return emptyResult('COMMIT');
  }

  async #rollback(): Promise<pg.QueryResult> {
    const transaction = this.#transaction;
    if (transaction === undefined) throw this.#fault(new SandboxError(faults.strayRollback));
    this.#transaction = undefined;
    transaction.rollback();
    return emptyResult('ROLLBACK');
  }

  // One connection runs everything in turn, which is what every isolation level allows: there is nothing to set.
  async #isolation(readOnly: boolean): Promise<pg.QueryResult> {
    if (readOnly && this.#transaction !== undefined) await this.#wire.now('set transaction read only');
    return emptyResult('SET');
  }

  async #runInside(
    transaction: OpenTransaction,
    { changes }: Pick<Plain, 'changes'>,
    request: Request,
  ): Promise<pg.QueryResult> {
    transaction.settings.note(changes, (name) => this.#wire.readSetting(name));
    try {
      const result = await this.#wire.send((client) => request.send(client));
      transaction.failed = false;
      return result;
    } catch (error) {
      transaction.failed = true;
      throw error;
    }
  }

  async #runAlone({ changes }: Plain, request: Request): Promise<pg.QueryResult> {
    this.#wire.guard();
    const settings = new LocalSettings();
    settings.note(changes, (name) => this.#wire.readSetting(name));
    try {
      const result = await this.#wire.send((client) => request.send(client));
      this.#wire.ahead(await settings.restoration());
      return result;
    } catch (error) {
      this.pinned.noteFatal(error);
      this.#wire.ahead('rollback to vouch_guard');
      throw this.#explained(error, request.sql);
    }
  }

  async #runIfInside(command: string, request: Request): Promise<pg.QueryResult> {
    if (this.#transaction !== undefined) return this.#runInside(this.#transaction, { changes: [] }, request);
    const message = `${command} can only be used in transaction blocks`;
    throw Object.assign(new pg.DatabaseError(message, message.length, 'error'), {
      code: '25P01',
      severity: 'ERROR',
    });
  }

  #explained(error: unknown, sql: string): unknown {
    const cause = sandboxCause(error);
    if (cause === undefined || !(error instanceof Error)) return error;
    error.message += `\n${cause}`;
    this.#blame(new SandboxError(`${cause}\n    ${shorten(sql)}`));
    return error;
  }

  #verifyStillOurs(sql: string): void {
    if (!this.#wire.wasEnded()) return;
    this.pinned.taint();
    this.#blame(new SandboxError(`${faults.reallyEnded}\n    ${shorten(sql)}`));
  }

  #fault(error: SandboxError): SandboxError {
    this.#blame(error);
    return error;
  }
}

function emptyResult(command: string): pg.QueryResult {
  return { command, rowCount: null, oid: 0, fields: [], rows: [] };
}
