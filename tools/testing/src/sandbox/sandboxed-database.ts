import pg from 'pg';
import { type Admin, PoolAdmin } from './admin.ts';
import { currentSandbox } from './current-sandbox.ts';
import { connectUnguarded, guardDatabase } from './foreign-clients.ts';
import { PoolMembership } from './join-pool.ts';
import { PinnedClient } from './pinned-client.ts';
import { SandboxError } from './sandbox-error.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';
import { type DatabaseUrls, prepareTarget, type SandboxTarget } from './target.ts';

/** A database in which nothing is ever committed: sandboxes of any number of tests, one after the other or at once. */
export class SandboxedDatabase implements AsyncDisposable {
  readonly target: SandboxTarget;
  /** Set-up in the test's own transaction. */
  readonly admin: Admin;
  readonly #adminPool: PoolMembership;
  readonly #idle: PinnedClient[] = [];
  readonly #open = new Set<Sandbox>();
  readonly #unguard: () => void;

  private constructor(target: SandboxTarget) {
    this.target = target;
    this.#adminPool = PoolMembership.of(new pg.Pool(), 'admin');
    this.admin = new PoolAdmin(this.#adminPool.pool);
    this.#unguard = guardDatabase(target.adminUrl, () => this.#reportForeign());
  }

  static async over(urls: DatabaseUrls): Promise<SandboxedDatabase> {
    return new SandboxedDatabase(await prepareTarget(urls));
  }

  /** A sandbox for one test. It takes a connection when the test first needs one. */
  open(options: SandboxOptions): Sandbox {
    const sandbox = new Sandbox(this, options);
    this.#open.add(sandbox);
    sandbox.join(this.#adminPool);
    return sandbox;
  }

  async lend(): Promise<PinnedClient> {
    for (let pinned = this.#idle.pop(); pinned !== undefined; pinned = this.#idle.pop()) {
      if (pinned.reusable) return pinned;
    }
    return PinnedClient.connect(this.target);
  }

  async takeBack(pinned: PinnedClient): Promise<void> {
    if (pinned.reusable) this.#idle.push(pinned);
    else await pinned.end();
  }

  /** Reaches a connection that is busy with a statement. */
  async signal(call: string, pid: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.target.adminUrl });
    await connectUnguarded(client);
    await client.query(`select ${call}`, [pid]).finally(() => client.end());
  }

  forget(sandbox: Sandbox): void {
    this.#open.delete(sandbox);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unguard();
    await Promise.all(this.#idle.splice(0).map((pinned) => pinned.end()));
  }

  #reportForeign(): Error {
    const scoped = currentSandbox.getStore();
    const [only, ...others] = this.#open;
    const error = new SandboxError(foreign);
    const guilty = scoped ?? (others.length === 0 ? only : undefined);
    guilty?.blame(error);
    return error;
  }
}

const foreign = [
  'A second connection to the database of a sandboxed test was wanted: what it committed could not be rolled back.',
  'Let the pool join the test with db.join(pool), or ask for the fixture `committedDb` in this test.',
].join('\n');
