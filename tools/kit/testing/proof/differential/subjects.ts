import pg from 'pg';
import type { TestServer } from '../../src/servers/index.ts';
import { PoolAdmin } from '../../src/test-db/admin.ts';
import { connectUnguarded } from '../../src/sandbox/database/foreign-clients.ts';
import { PoolMembership } from '../../src/sandbox/pool-membership.ts';
import { SandboxedDatabase } from '../../src/sandbox/sandboxed-database.ts';
import { cleanUp, differentialTemplate } from './domain.ts';
import type { Step } from './step.ts';
import { transcribe } from './transcript.ts';

export interface Comparison {
  readonly real: readonly string[];
  readonly sandboxed: readonly string[];
  /** The messages that the sandbox blamed on the test. */
  readonly blamed: string;
  /** The number of answered lines before the first blame. */
  readonly blamedAfter: number;
}

/** A real database and a sandboxed one with the same content. */
export class Subjects implements AsyncDisposable {
  readonly sandboxed: SandboxedDatabase;
  readonly #server: TestServer;
  readonly #realUrl: string;
  readonly #cleaners: readonly pg.Client[];

  private constructor(
    server: TestServer,
    sandboxed: SandboxedDatabase,
    realUrl: string,
    cleaners: pg.Client[],
  ) {
    this.#server = server;
    this.sandboxed = sandboxed;
    this.#realUrl = realUrl;
    this.#cleaners = cleaners;
  }

  static async open(): Promise<Subjects> {
    const { server, template } = await differentialTemplate();
    const [real, clone] = [await template.clone(), await template.clone()];
    const sandboxed = await SandboxedDatabase.over(clone);
    const cleaners = [real, clone].map(({ adminUrl }) => new pg.Client({ connectionString: adminUrl }));
    for (const cleaner of cleaners) await connectUnguarded(cleaner);
    return new Subjects(server, sandboxed, real.appUrl, cleaners);
  }

  /** Runs the same statements on both. */
  async compare(steps: readonly Step[], options: pg.PoolConfig = {}): Promise<Comparison> {
    const real = await this.#onReal(steps, options);
    const comparison = { real, ...(await this.#inSandbox(steps, options)) };
    for (const cleaner of this.#cleaners) {
      await cleaner.query('rollback');
      await cleaner.query(cleanUp);
    }
    return comparison;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#cleaners.map((cleaner) => cleaner.end()));
    await this.sandboxed[Symbol.asyncDispose]();
    await this.#server.release();
  }

  async #onReal(steps: readonly Step[], options: pg.PoolConfig): Promise<string[]> {
    const pool = new pg.Pool({ connectionString: this.#realUrl, max: 1, ...options });
    pool.on('error', () => undefined);
    const [cleaner] = this.#cleaners;
    if (cleaner === undefined) throw new Error('The real database has no administrator.');
    const admin = new PoolAdmin(cleaner as unknown as pg.Pool);
    return transcribe({ pool, admin }, steps).finally(() => pool.end());
  }

  async #inSandbox(steps: readonly Step[], options: pg.PoolConfig): Promise<Omit<Comparison, 'real'>> {
    const sandbox = this.sandboxed.open({ testName: 'the comparison', idleLimit: 150, grace: 50 });
    const pool = new pg.Pool({ connectionString: this.sandboxed.target.appUrl, max: 1, ...options });
    sandbox.join(PoolMembership.of(pool));
    const sandboxed: string[] = [];
    let blamedAfter = Infinity;
    const blame = sandbox.blame.bind(sandbox);
    sandbox.blame = (error) => {
      blamedAfter = Math.min(blamedAfter, sandboxed.length);
      blame(error);
    };
    try {
      await transcribe({ pool, admin: this.sandboxed.admin }, steps, sandboxed);
      const blamed = (await sandbox.close()).map(({ message }) => message).join('\n');
      return { sandboxed, blamed, blamedAfter };
    } finally {
      if (!sandbox.closed) await sandbox.close();
      await pool.end();
    }
  }
}
