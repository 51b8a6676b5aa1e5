import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { SandboxError } from './sandbox-error.ts';
import { normalizeQuery, type QueryArguments } from './normalize-query.ts';
import { inTime } from './query-timeout.ts';
import type { Session } from './session.ts';
import type { StartupSettings } from './session-settings.ts';
import type { Turn, Turns } from './turns.ts';

/** What a leased client needs of the sandbox that it belongs to. */
export interface Lessor {
  readonly turns: Turns;
  session(): Promise<Session>;
  /** Why the sandbox takes no more statements, once its test has ended. */
  refusal(): SandboxError | undefined;
}

/**
 * What code under test gets when it takes a connection from its pool: it looks like a `pg` client, but works on the
 * test's own connection, while it holds the turn.
 */
export class LeasedClient extends EventEmitter {
  readonly #lessor: Lessor;
  readonly #options: pg.PoolConfig;
  #turn: Turn | undefined;
  #session: Session | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #broken = false;

  constructor(lessor: Lessor, options: pg.PoolConfig) {
    super();
    this.#lessor = lessor;
    this.#options = options;
  }

  /** Whether it was released as broken, so that its pool takes another one next time. */
  get broken(): boolean {
    return this.#broken;
  }

  get processID(): number | undefined {
    return this.#session?.pinned.processId;
  }

  escapeIdentifier = pg.escapeIdentifier;
  escapeLiteral = pg.escapeLiteral;

  /** Starts a turn: from now on statements go through, until `release`. */
  async take(turn: Turn, startup: StartupSettings): Promise<this> {
    const session = await this.#lessor.session();
    await session.beginTurn(startup, (notice) => this.emit('notice', notice));
    this.#turn = turn;
    this.#session = session;
    return this;
  }

  getTransactionStatus(): 'E' | 'I' | 'T' {
    return this.#session?.transactionStatus ?? 'I';
  }

  query(...args: QueryArguments): unknown {
    const { request, callback, submitted, timeout } = normalizeQuery(args, this.#options);
    const running = this.#enqueue(request.sql, (session) => session.run(request));
    const result = timeout > 0 ? inTime(running, timeout) : running;
    if (submitted !== undefined) {
      result.catch((error: Error) => submitted.handleError(error, undefined));
      return submitted;
    }
    if (callback === undefined) return result;
    result.then((rows) => callback(undefined, rows), callback);
    return undefined;
  }

  release = (broken?: boolean | Error): void => {
    const turn = this.#turn;
    const session = this.#session;
    if (turn === undefined)
      throw new Error('Release called on client which has already been released to the pool.');
    this.#turn = undefined;
    this.#broken = Boolean(broken);
    this.emit('released', broken);
    this.#tail = this.#tail
      .then(() => session?.endTurn(Boolean(broken)))
      .catch(() => session?.pinned.markUnclean())
      .finally(() => this.#lessor.turns.release(turn));
  };

  async end(): Promise<void> {
    if (this.#turn !== undefined) this.release(true);
    await this.#tail;
  }

  #enqueue<T>(sql: string, work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session;
    const refusal = this.#lessor.refusal();
    if (refusal !== undefined) return Promise.reject(refusal);
    if (this.#turn === undefined || session === undefined) return Promise.reject(new Error(released));
    const done = this.#tail.then(() => this.#lessor.turns.during(sql, () => work(session)));
    this.#tail = done.catch(() => undefined);
    return done;
  }
}

const released = 'This client was released to its pool already: take another with pool.connect().';
