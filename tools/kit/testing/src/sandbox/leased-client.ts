import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { SandboxError } from './sandbox-error.ts';
import { normalizeQuery, type QueryArguments } from './normalize-query.ts';
import { inTime } from './query-timeout.ts';
import type { Session } from './session.ts';
import type { StartupSettings } from './session-settings.ts';
import type { Hold, ConnectionQueue } from './connection-queue.ts';

/** The part of a sandbox that a leased client needs. */
export interface Lessor {
  readonly queue: ConnectionQueue;
  session(): Promise<Session>;
  /** Returns the error for statements after the end of the test. */
  closedError(): SandboxError | undefined;
}

/**
 * The client that code under test gets from its pool. It looks like a `pg` client, and works on the test's only
 * connection while it holds it.
 */
export class LeasedClient extends EventEmitter {
  readonly #lessor: Lessor;
  readonly #options: pg.PoolConfig;
  #hold: Hold | undefined;
  #session: Session | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #broken = false;

  constructor(lessor: Lessor, options: pg.PoolConfig) {
    super();
    this.#lessor = lessor;
    this.#options = options;
  }

  /** True if it was released as broken, so that its pool takes another client next time. */
  get broken(): boolean {
    return this.#broken;
  }

  get processID(): number | undefined {
    return this.#session?.pinned.processId;
  }

  escapeIdentifier = pg.escapeIdentifier;
  escapeLiteral = pg.escapeLiteral;

  /** Starts a hold: statements are sent until `release`. */
  async take(hold: Hold, startup: StartupSettings): Promise<this> {
    const session = await this.#lessor.session();
    await session.beginHold(startup, (notice) => this.emit('notice', notice));
    this.#hold = hold;
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
    const hold = this.#hold;
    const session = this.#session;
    if (hold === undefined)
      throw new Error('Release called on client which has already been released to the pool.');
    this.#hold = undefined;
    this.#broken = Boolean(broken);
    this.emit('released', broken);
    this.#tail = this.#tail
      .then(() => session?.endHold(Boolean(broken)))
      .catch(() => session?.pinned.markUnclean())
      .finally(() => this.#lessor.queue.release(hold));
  };

  async end(): Promise<void> {
    if (this.#hold !== undefined) this.release(true);
    await this.#tail;
  }

  #enqueue<T>(sql: string, work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session;
    const closedError = this.#lessor.closedError();
    if (closedError !== undefined) return Promise.reject(closedError);
    if (this.#hold === undefined || session === undefined) return Promise.reject(new Error(released));
    const done = this.#tail.then(() => this.#lessor.queue.during(sql, () => work(session)));
    this.#tail = done.catch(() => undefined);
    return done;
  }
}

const released = 'This client was already released to its pool. Take another one with pool.connect().';
