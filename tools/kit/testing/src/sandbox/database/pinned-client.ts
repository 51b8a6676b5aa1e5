import pg from 'pg';
import { connectUnguarded } from './foreign-clients.ts';
import type { DatabaseUrls } from './target.ts';

type Internals = pg.Client & {
  readonly processID: number | null;
  readonly connection: { parsedStatements: Record<string, string> };
};

/** A connection of the application role. It is lent to one test at a time, and carries all statements of that test. */
export class PinnedClient {
  readonly raw: pg.Client;
  /** True if the role or the database changes the defaults of transactions. */
  readonly unusualDefaults: boolean;
  /** Receives notices of the server. */
  onNotice: (notice: object) => void = () => undefined;
  #dead: Error | undefined;
  #unclean = false;

  private constructor(raw: pg.Client, unusualDefaults: boolean) {
    this.raw = raw;
    this.unusualDefaults = unusualDefaults;
    raw.on('error', (error) => (this.#dead ??= error));
    raw.on('notice', (notice) => this.onNotice(notice));
    raw.on('end', () => (this.#dead ??= new Error('the connection was closed')));
  }

  static async connect(urls: DatabaseUrls): Promise<PinnedClient> {
    const raw = await logIn(urls);
    const { rows } = await raw.query<{ unusual: boolean }>(unusualDefaultsSql);
    return new PinnedClient(raw, rows[0]?.unusual === true);
  }

  get dead(): Error | undefined {
    return this.#dead;
  }

  get processId(): number {
    return (this.raw as Internals).processID ?? 0;
  }

  get reusable(): boolean {
    return this.#dead === undefined && !this.#unclean;
  }

  noteLost(error: unknown): void {
    this.#dead ??= error instanceof Error ? error : new Error(String(error));
  }

  /** Detects the end of a session from a statement's error, which arrives before the connection closes. */
  noteFatal(error: unknown): void {
    const { severity } = error as { severity?: string };
    if (error instanceof Error && (severity === 'FATAL' || severity === 'PANIC')) this.noteLost(error);
  }

  /** Marks the connection as not clean after a rollback, so that it is closed after the test. */
  markUnclean(): void {
    this.#unclean = true;
  }

  /** Makes the driver forget the prepared statements that the server is about to drop. */
  forgetPreparedStatements(): void {
    (this.raw as Internals).connection.parsedStatements = {};
  }

  async end(): Promise<void> {
    await this.raw.end().catch(() => undefined);
  }
}

const unusualDefaultsSql = `select current_setting('default_transaction_read_only') <> 'off'
  or current_setting('default_transaction_isolation') <> 'read committed'
  or current_setting('default_transaction_deferrable') <> 'off' as unusual`;

/** Logs in through the kit's own route if the role may use it: a Unix socket is a third faster than TCP. */
async function logIn({ adminUrl, appUrl }: DatabaseUrls): Promise<pg.Client> {
  const [near, app] = [new URL(adminUrl), new URL(appUrl)];
  Object.assign(near, { username: app.username, password: app.password });
  if (near.searchParams.get('host') === app.searchParams.get('host')) return connect(appUrl);
  return connect(near.href).catch(() => connect(appUrl));
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, pipeline: true });
  client.on('error', () => undefined);
  await connectUnguarded(client);
  return client;
}
