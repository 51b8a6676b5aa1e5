import { clearTimeout, setTimeout } from 'node:timers';
import { Deadline } from '../deadline/deadline.ts';
import { shortestPause } from '../deadline/when-over.ts';
import { describeCallSite, markCallSite } from './call-site.ts';
import { shorten } from './explain-error.ts';
import { SandboxError } from './sandbox-error.ts';

/** The right to use the test's only connection, from acquisition to release. */
export interface Hold {
  readonly mark: Error;
  lastStatement: string | undefined;
}

interface Waiter {
  readonly hold: Hold;
  readonly resolve: (hold: Hold) => void;
  readonly reject: (error: SandboxError) => void;
}

/**
 * Grants the connection to one hold at a time, in order. A waiting hold fails if the holder has not used the
 * connection for `idleLimit` milliseconds: then the holder is probably waiting for the waiter itself.
 */
export class ConnectionQueue {
  readonly #idleLimit: number;
  readonly #waiters: Waiter[] = [];
  #holder: Hold | undefined;
  #running = 0;
  /** Counts from the holder's last use of the connection. */
  #idle: Deadline;
  #timer: NodeJS.Timeout | undefined;

  constructor(idleLimit: number) {
    this.#idleLimit = idleLimit;
    this.#idle = new Deadline(idleLimit);
  }

  get holder(): Hold | undefined {
    return this.#holder;
  }

  /** True if a statement of the holder is running. */
  get busy(): boolean {
    return this.#running > 0;
  }

  acquire(): Hold | Promise<Hold> {
    const hold: Hold = { mark: markCallSite(), lastStatement: undefined };
    if (this.#holder === undefined) return this.#give(hold);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ hold, resolve, reject });
      this.#timer ??= setTimeout(() => this.#checkHolder(), this.#idleLimit);
    });
  }

  /** Marks the connection as in use, so that a slow statement does not count as idle. */
  async during<T>(statement: string, work: () => Promise<T>): Promise<T> {
    if (this.#holder !== undefined) this.#holder.lastStatement = statement;
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#idle = new Deadline(this.#idleLimit);
    }
  }

  release(hold: Hold): void {
    if (this.#holder !== hold) return;
    this.#holder = undefined;
    const next = this.#waiters.shift();
    if (next === undefined) this.#stopWatching();
    else next.resolve(this.#give(next.hold));
  }

  /** Rejects all waiting holds, because the test has ended. */
  close(reason: () => SandboxError): void {
    this.#stopWatching();
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason());
  }

  #give(hold: Hold): Hold {
    this.#holder = hold;
    this.#idle = new Deadline(this.#idleLimit);
    return hold;
  }

  #checkHolder(): void {
    const left = this.#running > 0 ? this.#idleLimit : this.#idle.remaining();
    this.#timer = undefined;
    if (this.#holder === undefined || this.#waiters.length === 0) return;
    if (left > 0) {
      this.#timer = setTimeout(() => this.#checkHolder(), Math.max(left, shortestPause));
      return;
    }
    const { description } = this.#idle;
    for (const { hold, reject } of this.#waiters.splice(0))
      reject(deadlockError(this.#holder, hold, description));
  }

  #stopWatching(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function deadlockError(holder: Hold, waiter: Hold, idle: string): SandboxError {
  return new SandboxError(
    [
      'A second database connection was requested while the first was in use.',
      'A sandboxed test has only one connection, so that everything can be rolled back.',
      `In use, and idle for ${idle}, by:`,
      describeCallSite(holder.mark),
      `    its last statement: ${shorten(holder.lastStatement ?? '(none yet)')}`,
      'Requested by:',
      describeCallSite(waiter.mark),
      'Inside em.transactional(), use the entity manager that it passes to you: it uses the same connection.',
      'If the code needs two connections at once (REQUIRES_NEW, a fork inside a transaction),',
      'use the fixture `committedDb` in this test.',
    ].join('\n'),
  );
}
