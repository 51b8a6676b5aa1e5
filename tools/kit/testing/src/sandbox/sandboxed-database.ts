import type pg from 'pg';
import type { Admin } from '../test-db/admin.ts';
import { ExclusiveAccess } from './database/exclusive-access.ts';
import { guardDatabase } from './database/foreign-clients.ts';
import type { PinnedClient } from './database/pinned-client.ts';
import type { DatabaseUrls, SandboxTarget } from './database/target.ts';
import { OpenSandboxes } from './open-sandboxes.ts';
import { SandboxError } from './sandbox-error.ts';
import type { ConnectionLender, OpenSandbox } from './sandbox-ports.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';

/**
 * A database in which nothing is ever committed. It serves any number of tests, one after the other or concurrently.
 *
 * @example
 * import { acquireServer } from '@vouch/testing/servers';
 *
 * await using server = await acquireServer();
 * const template = await server.template({ key: 'empty', build: async () => undefined });
 * await using database = await SandboxedDatabase.over(await template.clone());
 * const sandbox = database.open({ testName: 'one' });
 * await database.admin.query('create table note (id int)');
 * await sandbox.close(); // the table is gone
 */
export class SandboxedDatabase implements AsyncDisposable, ConnectionLender {
  readonly target: SandboxTarget;
  /** Set-up in the test's own transaction. */
  readonly admin: Admin;
  readonly #access: ExclusiveAccess;
  readonly #idle: PinnedClient[];
  readonly #open = new OpenSandboxes();
  readonly #unguard: () => void;

  private constructor(access: ExclusiveAccess, first: PinnedClient) {
    this.target = access.target;
    this.admin = { query: (sql, values = []) => this.#queryAsAdmin(sql, values) };
    this.#access = access;
    this.#idle = [first];
    this.#unguard = guardDatabase(access.target.adminUrl, () => this.#reportForeign());
  }

  static async over(urls: DatabaseUrls): Promise<SandboxedDatabase> {
    const { access, first } = await ExclusiveAccess.close(urls);
    return new SandboxedDatabase(access, first);
  }

  /** Opens a sandbox for one test. It takes a connection when the test first needs one. */
  open(options: SandboxOptions): Sandbox {
    const sandbox = new Sandbox(this, options);
    this.#open.add(sandbox);
    return sandbox;
  }

  async lend(): Promise<PinnedClient> {
    for (let pinned = this.#idle.pop(); pinned !== undefined; pinned = this.#idle.pop()) {
      if (pinned.reusable) return pinned;
    }
    return this.#access.connect();
  }

  async takeBack(pinned: PinnedClient): Promise<void> {
    pinned.onNotice = () => undefined;
    if (pinned.reusable) this.#idle.push(pinned);
    else await pinned.end();
  }

  /** Signals a connection that is busy with a statement. */
  signal(call: string, pid: number): Promise<void> {
    return this.#access.signal(call, pid);
  }

  forget(sandbox: OpenSandbox): void {
    this.#open.delete(sandbox);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unguard();
    await Promise.all(this.#idle.splice(0).map((pinned) => pinned.end()));
  }

  async #queryAsAdmin<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.#open.current().runAsAdmin(sql, values);
    return rows as Row[];
  }

  #reportForeign(): Error {
    const error = new SandboxError(foreign);
    this.#open.find()?.blame(error);
    return error;
  }
}

const foreign = [
  'A second connection to the database of a sandboxed test was requested. Its commits could not be rolled back.',
  'Let the pool join the test with db.join(pool), or use the fixture `committedDb` in this test.',
].join('\n');
