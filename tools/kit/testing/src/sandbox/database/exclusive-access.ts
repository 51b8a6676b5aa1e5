import pg from 'pg';
import { SandboxError } from '../sandbox-error.ts';
import { connectUnguarded } from './foreign-clients.ts';
import { PinnedClient } from './pinned-client.ts';
import { type DatabaseUrls, prepareTarget, type SandboxTarget } from './target.ts';

/**
 * Lets only the kit connect to a sandboxed database, because the commits of another connection could not be rolled
 * back. The application role has the right to connect only while the kit connects as that role.
 */
export class ExclusiveAccess {
  readonly target: SandboxTarget;
  readonly #inside = new Set<PinnedClient>();
  #entering = 0;
  #opened: Promise<pg.Client> | undefined;
  #closed: Promise<void> = Promise.resolve();

  private constructor(target: SandboxTarget) {
    this.target = target;
  }

  /** Prepares a database, connects once, and revokes the right to connect. */
  static async close(urls: DatabaseUrls): Promise<{ access: ExclusiveAccess; first: PinnedClient }> {
    const admin = await connectAsAdmin(urls);
    const entering = PinnedClient.connect(urls);
    try {
      const access = new ExclusiveAccess(await prepareTarget(admin, urls));
      const first = await entering;
      access.#remember(first);
      if (access.target.superuserKey !== undefined) await access.#close(admin);
      return { access, first };
    } catch (error) {
      await entering.then((pinned) => pinned.end()).catch(() => undefined);
      throw error;
    } finally {
      await admin.end();
    }
  }

  /** Opens another connection of the application role. Of concurrent calls, the last one revokes the right to connect. */
  async connect(): Promise<PinnedClient> {
    if (this.target.superuserKey === undefined) return this.#enter();
    this.#entering += 1;
    const opened = (this.#opened ??= this.#closed.then(() => this.#open()));
    const entering = opened.then(() => this.#enter());
    try {
      return await entering;
    } finally {
      this.#entering -= 1;
      if (this.#entering === 0) await this.#closeBehind(entering, opened);
    }
  }

  /** Signals a connection that is busy with a statement. */
  async signal(call: string, pid: number): Promise<void> {
    const admin = await connectAsAdmin(this.target);
    await admin.query(`select ${call}`, [pid]).finally(() => admin.end());
  }

  async #enter(): Promise<PinnedClient> {
    const pinned = await PinnedClient.connect(this.target);
    this.#remember(pinned);
    return pinned;
  }

  #remember(pinned: PinnedClient): void {
    this.#inside.add(pinned);
    pinned.raw.once('end', () => this.#inside.delete(pinned));
  }

  async #open(): Promise<pg.Client> {
    const admin = await connectAsAdmin(this.target);
    const { name, appRole } = this.target;
    await admin.query(
      `grant connect on database ${pg.escapeIdentifier(name)} to ${pg.escapeIdentifier(appRole)}`,
    );
    return admin;
  }

  async #closeBehind(last: Promise<PinnedClient>, opened: Promise<pg.Client>): Promise<void> {
    this.#opened = undefined;
    const closed = opened.then((admin) => this.#close(admin).finally(() => admin.end()));
    this.#closed = closed.catch(() => undefined);
    try {
      await closed;
    } catch (error) {
      await last.then((pinned) => pinned.end()).catch(() => undefined);
      throw error;
    }
  }

  async #close(admin: pg.Client): Promise<void> {
    const { name, appRole } = this.target;
    const roles = `public, ${pg.escapeIdentifier(appRole)}`;
    await admin.query(`revoke connect on database ${pg.escapeIdentifier(name)} from ${roles}`);
    const known = [...this.#inside].map(({ processId }) => processId);
    const { rows } = await admin.query(foreignSessionsSql, [appRole, known]);
    if (rows.length > 0) throw new SandboxError(foreignSession);
  }
}

async function connectAsAdmin({ adminUrl }: DatabaseUrls): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await connectUnguarded(admin);
  return admin;
}

const foreignSessionsSql = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = $1 and pid <> all ($2)`;

const foreignSession =
  'Another process connected to the database of a sandboxed test while the kit was connecting, and its commits could not be rolled back. Its connection was ended. Use the fixture `committedDb` in tests that start processes.';
