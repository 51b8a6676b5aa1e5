import pg from 'pg';
import { connectUnguarded } from './foreign-clients.ts';
import type { SandboxTarget } from './target.ts';

/** A physical connection that is lent to one test at a time, and on which everything happens that the test does. */
export class PinnedClient {
  readonly raw: pg.Client;
  #dead: Error | undefined;
  #tainted = false;

  private constructor(raw: pg.Client) {
    this.raw = raw;
    raw.on('error', (error) => (this.#dead ??= error));
    raw.on('end', () => (this.#dead ??= new Error('the connection was closed')));
  }

  static async connect(target: SandboxTarget): Promise<PinnedClient> {
    const connectionString = target.hasAdmin ? target.adminUrl : target.appUrl;
    const raw = new pg.Client({ connectionString, application_name: 'vouch sandbox', pipeline: true });
    const client = new PinnedClient(raw);
    await connectUnguarded(raw);
    if (target.hasAdmin) await raw.query(becomeApp(target.appRole));
    return client;
  }

  get dead(): Error | undefined {
    return this.#dead;
  }

  get processId(): number {
    return (this.raw as { processID?: number }).processID ?? 0;
  }

  get reusable(): boolean {
    return this.#dead === undefined && !this.#tainted;
  }

  noteLost(error: unknown): void {
    this.#dead ??= error instanceof Error ? error : new Error(String(error));
  }

  /** The server says good-bye in its answer to a statement, a moment before the connection is seen to close. */
  noteFatal(error: unknown): void {
    const { severity } = error as { severity?: string };
    if (error instanceof Error && (severity === 'FATAL' || severity === 'PANIC')) this.noteLost(error);
  }

  /** Says that a rollback does not clean this connection: it is closed after the test. */
  taint(): void {
    this.#tainted = true;
  }

  async end(): Promise<void> {
    await this.raw.end().catch(() => undefined);
  }
}

export function becomeApp(appRole: string): string {
  return `set session authorization ${pg.escapeIdentifier(appRole)}`;
}
