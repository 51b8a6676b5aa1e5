import { clearTimeout, setTimeout } from 'node:timers';
import { Deadline } from '../deadline/deadline.ts';
import { shortestPause } from '../deadline/when-over.ts';
import { describeCallSite, markCallSite } from './call-site.ts';
import { shorten } from './explain-error.ts';
import { SandboxError } from './sandbox-error.ts';

/** The right to use the test's one connection, from an acquisition to its release. */
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
 * One at a time, first come, first served. Whoever waits gives up when the holder has done nothing with the connection
 * for `idleLimit` milliseconds: then it is most likely waiting for the very one that waits for it.
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

  /** Whether a statement of the holder is running. */
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

  /** Notes that the holder is using the connection, so that a slow statement is not taken for a deadlockError. */
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

  /** ConnectionQueue everyone away who still waits: the test has ended. */
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
      'A second database connection was wanted while the first was held.',
      'A sandboxed test has one connection for everything, so that all of it can be rolled back.',
      `Held, and idle for ${idle}, by:`,
      describeCallSite(holder.mark),
      `    its last statement: ${shorten(holder.lastStatement ?? '(none yet)')}`,
      'Wanted by:',
      describeCallSite(waiter.mark),
      'Inside em.transactional(), use the entity manager that it hands you: it is on the held connection.',
      'If the code needs two connections at once (REQUIRES_NEW, a fork inside a transaction),',
      'ask for the fixture `committedDb` in this test.',
    ].join('\n'),
  );
}
