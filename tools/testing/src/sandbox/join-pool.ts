import type pg from 'pg';
import { controlClientClass } from './control-client.ts';
import { currentSandbox } from './current-sandbox.ts';
import type { LeasedClient } from './leased-client.ts';
import type { Sandbox } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';

type Connected = (error: Error | undefined, client?: LeasedClient, release?: LeasedClient['release']) => void;

/** The sandboxes that a pool serves at the moment: one, unless tests run concurrently. */
export class PoolMembership {
  readonly pool: pg.Pool;
  readonly as: 'admin' | 'app';
  readonly #open = new Set<Sandbox>();

  private constructor(pool: pg.Pool, as: 'admin' | 'app') {
    this.pool = pool;
    this.as = as;
  }

  /** Takes over `pool.connect`, and with it all that the pool is used for; it never opens a connection of its own again. */
  static of(pool: pg.Pool, as: 'admin' | 'app' = 'app'): PoolMembership {
    const known = memberships.get(pool);
    if (known !== undefined) return known;
    const membership = new PoolMembership(pool, as);
    memberships.set(pool, membership);
    Object.assign(pool, {
      connect: (callback?: Connected) => membership.#connect(callback),
      Client: controlClientClass((pid) => membership.#sandbox().cancel(pid)),
    });
    return membership;
  }

  add(sandbox: Sandbox): void {
    this.#open.add(sandbox);
  }

  remove(sandbox: Sandbox): void {
    this.#open.delete(sandbox);
  }

  #connect(callback?: Connected): Promise<LeasedClient> | undefined {
    const client = this.#lease();
    if (callback === undefined) return client;
    client.then(
      (leased) => callback(undefined, leased, leased.release),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #lease(): Promise<LeasedClient> {
    if ((this.pool as { ending?: boolean }).ending === true) {
      throw new Error('Cannot use a pool after calling end on the pool');
    }
    return this.#sandbox().lease(this);
  }

  #sandbox(): Sandbox {
    const scoped = currentSandbox.getStore();
    if (scoped !== undefined && (scoped.closed || this.#open.has(scoped))) return scoped;
    const [first, ...others] = this.#open;
    if (first === undefined) throw new SandboxError(outsideTest);
    if (others.length > 0) throw new SandboxError(ambiguous([first, ...others]));
    return first;
  }
}

const memberships = new WeakMap<pg.Pool, PoolMembership>();

const outsideTest = [
  'The database was used while no test with the fixture `db` was running.',
  'Rows made in beforeAll() or at the top of a file could not be rolled back: make them in the test, in beforeEach(),',
  'or in the `seed` of componentTest(), which goes into the template.',
].join('\n');

function ambiguous(open: readonly Sandbox[]): string {
  return [
    `The database was used by code that belongs to none of the ${open.length} concurrent tests that are running:`,
    ...open.map(({ testName }) => `    ${testName}`),
    'Async context was lost on the way (an event emitter or a queue made outside the test?), or only a hook asked for `db`.',
    'Ask for `db` in the test itself, or do not run these tests concurrently.',
  ].join('\n');
}
