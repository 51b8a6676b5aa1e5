import type pg from 'pg';
import { controlClientClass } from './control-client.ts';
import type { LeasedClient } from './leased-client.ts';
import { OpenSandboxes } from './open-sandboxes.ts';
import type { OpenSandbox, SandboxedPool } from './sandbox-ports.ts';
import type { StartupSettings } from './session-settings.ts';
import { startupSettings } from './startup-settings.ts';

type Connected = (error: Error | undefined, client?: LeasedClient, release?: LeasedClient['release']) => void;
type ConnectHook = (client: unknown) => unknown;

/** A pool that works on the connections of its sandboxes, and opens none itself. */
export class PoolMembership implements SandboxedPool {
  readonly pool: pg.Pool;
  /** The settings that its own connections would start with. */
  readonly startup: StartupSettings;
  readonly #sandboxes = new OpenSandboxes();
  readonly #greeted = new WeakSet<LeasedClient>();
  readonly #ownClient: unknown;

  private constructor(pool: pg.Pool) {
    this.pool = pool;
    this.startup = startupSettings(pool.options);
    this.#ownClient = Reflect.get(pool, 'Client');
  }

  /** Replaces `pool.connect`, and so everything that uses the pool. The pool does not open connections any more. */
  static of(pool: pg.Pool): PoolMembership {
    const known = memberships.get(pool);
    if (known !== undefined) return known;
    const membership = new PoolMembership(pool);
    memberships.set(pool, membership);
    Object.assign(pool, {
      connect: (callback?: Connected) => membership.#connect(callback),
      Client: controlClientClass((pid) => membership.#sandboxes.current().cancel(pid)),
    });
    return membership;
  }

  /** Lets a pool open connections again. */
  static endOf(pool: pg.Pool): void {
    const known = memberships.get(pool);
    if (known === undefined) return;
    memberships.delete(pool);
    Reflect.deleteProperty(pool, 'connect');
    Object.assign(pool, { Client: known.#ownClient });
  }

  add(sandbox: OpenSandbox): void {
    this.#sandboxes.add(sandbox);
  }

  remove(sandbox: OpenSandbox): void {
    this.#sandboxes.delete(sandbox);
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
    const client = await this.#sandboxes.current().lease(this);
    if (!this.#greeted.has(client)) await this.#greet(client);
    this.pool.emit('acquire', client);
    return client;
  }

  /** Does what a pool does with a new connection. */
  async #greet(client: LeasedClient): Promise<void> {
    this.#greeted.add(client);
    client.on('released', (error: unknown) => this.pool.emit('release', error as never, client as never));
    const { onConnect } = this.pool.options as { onConnect?: ConnectHook };
    try {
      await onConnect?.(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.pool.emit('connect', client);
  }
}

const memberships = new WeakMap<pg.Pool, PoolMembership>();
