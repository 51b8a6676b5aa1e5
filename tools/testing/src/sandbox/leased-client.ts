import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { SandboxError } from './sandbox-error.ts';
import { normalizeQuery, type QueryArguments } from './normalize-query.ts';
import type { Session } from './session.ts';
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
  readonly #types: pg.CustomTypesConfig | undefined;
  #turn: Turn | undefined;
  #session: Session | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(lessor: Lessor, types: pg.CustomTypesConfig | undefined) {
    super();
    this.#lessor = lessor;
    this.#types = types;
  }

  get processID(): number | undefined {
    return this.#session?.pinned.processId;
  }

  escapeIdentifier = pg.escapeIdentifier;
  escapeLiteral = pg.escapeLiteral;

  /** Starts a turn: from now on statements go through, until `release`. */
  async take(turn: Turn, as: 'admin' | 'app'): Promise<this> {
    this.#turn = turn;
    this.#session = await this.#lessor.session();
    if (as === 'admin') this.#session.user.become('admin');
    return this;
  }

  getTransactionStatus(): 'I' | 'T' {
    return this.#session?.inTransaction === true ? 'T' : 'I';
  }

  query(...args: QueryArguments): unknown {
    const { request, callback, submitted } = normalizeQuery(args, this.#types);
    const result = this.#enqueue(request.sql, (session) => session.run(request));
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
    this.#tail = this.#tail
      .then(() => session?.endOfTurn(Boolean(broken)))
      .catch(() => session?.pinned.taint())
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
