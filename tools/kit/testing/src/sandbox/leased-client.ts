import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { SandboxError } from './sandbox-error.ts';
import { normalizeQuery, type QueryArguments } from './normalize-query.ts';
import { inTime } from './query-timeout.ts';
import type { Session } from './session.ts';
import type { StartupSettings } from './session-settings.ts';
import type { Hold, ConnectionQueue } from './connection-queue.ts';

/** What a leased client needs of the sandbox that it belongs to. */
export interface Lessor {
  readonly queue: ConnectionQueue;
  session(): Promise<Session>;
  /** Why the sandbox takes no more statements, once its test has ended. */
  closedError(): SandboxError | undefined;
}

/**
 * What code under test gets when it takes a connection from its pool: it looks like a `pg` client, but works on the
 * test's own connection, while it holds the hold.
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

  /** Whether it was released as broken, so that its pool takes another one next time. */
  get broken(): boolean {
    return this.#broken;
  }

  get processID(): number | undefined {
    return this.#session?.pinned.processId;
  }

  escapeIdentifier = pg.escapeIdentifier;
  escapeLiteral = pg.escapeLiteral;

  /** Starts a hold: from now on statements go through, until `release`. */
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

const released = 'This client was released to its pool already: take another with pool.connect().';
