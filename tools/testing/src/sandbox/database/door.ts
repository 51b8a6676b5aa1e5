import pg from 'pg';
import { SandboxError } from '../sandbox-error.ts';
import { connectUnguarded } from './foreign-clients.ts';
import { PinnedClient } from './pinned-client.ts';
import { type DatabaseUrls, prepareTarget, type SandboxTarget } from './target.ts';

/**
 * The way into a sandboxed database, which is closed to everybody but the kit: what another connection commits could not
 * be rolled back. The application role has the right to connect while the kit connects as that role, and at no other time.
 */
export class Door {
  readonly target: SandboxTarget;
  readonly #inside = new Set<PinnedClient>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(target: SandboxTarget) {
    this.target = target;
  }

  /** Prepares a database, connects once, and closes it. */
  static async close(urls: DatabaseUrls): Promise<{ door: Door; first: PinnedClient }> {
    return withAdmin(urls, async (admin) => {
      const door = new Door(await prepareTarget(admin, urls));
      return { door, first: await door.#connect(admin) };
    });
  }

  /** One more connection of the application role. */
  async connect(): Promise<PinnedClient> {
    if (this.target.superuserKey === undefined) return PinnedClient.connect(this.target);
    const connected = this.#last.then(() => withAdmin(this.target, (admin) => this.#connect(admin)));
    this.#last = connected.catch(() => undefined);
    return connected;
  }

  /** Reaches a connection that is busy with a statement. */
  async signal(call: string, pid: number): Promise<void> {
    await withAdmin(this.target, (admin) => admin.query(`select ${call}`, [pid]));
  }

  async #connect(admin: pg.Client): Promise<PinnedClient> {
    const { superuserKey, name, appRole } = this.target;
    if (superuserKey === undefined) return PinnedClient.connect(this.target);
    const [database, role] = [pg.escapeIdentifier(name), pg.escapeIdentifier(appRole)];
    await admin.query(`grant connect on database ${database} to ${role}`);
    try {
      const pinned = await PinnedClient.connect(this.target);
      this.#inside.add(pinned);
      pinned.raw.once('end', () => this.#inside.delete(pinned));
      return pinned;
    } finally {
      await admin.query(`revoke connect on database ${database} from public, ${role}`);
      await this.#refuseStrangers(admin);
    }
  }

  async #refuseStrangers(admin: pg.Client): Promise<void> {
    const known = [...this.#inside].map(({ processId }) => processId);
    const { rows } = await admin.query(strangersSql, [this.target.appRole, known]);
    if (rows.length > 0) throw new SandboxError(stranger);
  }
}

async function withAdmin<T>({ adminUrl }: DatabaseUrls, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await connectUnguarded(admin);
  return work(admin).finally(() => admin.end());
}

const strangersSql = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = $1 and pid <> all ($2)`;

const stranger =
  'Another process connected to the database of a sandboxed test, while the kit itself did: what it committed could not be rolled back. It was turned out. Ask for the fixture `committedDb` in tests that start processes.';
