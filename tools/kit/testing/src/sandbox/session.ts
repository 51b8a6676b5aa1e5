import type pg from 'pg';
import type { PinnedClient } from './database/pinned-client.ts';
import type { SandboxTarget } from './database/target.ts';
import { explainError, transactionProblems, unsupportedError, shorten } from './explain-error.ts';
import { runAsSuperuser } from './run-as-superuser.ts';
import { SandboxError } from './sandbox-error.ts';
import { emptyResult, noTransaction } from './server-answers.ts';
import type { StartupSettings } from './session-settings.ts';
import { SessionState } from './session-state.ts';
import { classify } from './sql/classify.ts';
import type { Plain, Statement } from './sql/statement.ts';
import { forgetSession, StatementPipeline } from './statement-pipeline.ts';
import { type Request, StatementRunner } from './statement-runner.ts';

export interface SessionOptions {
  readonly pinned: PinnedClient;
  readonly target: SandboxTarget;
  readonly blame: (error: SandboxError) => void;
}

/** The statements of one test on its connection, from all its pools. */
export class Session {
  readonly pinned: PinnedClient;
  readonly #pipeline: StatementPipeline;
  readonly #state: SessionState;
  readonly #runner: StatementRunner;
  readonly #target: SandboxTarget;
  readonly #blame: (error: SandboxError) => void;
  #commitFailed = false;

  constructor({ pinned, target, blame }: SessionOptions) {
    this.pinned = pinned;
    this.#pipeline = new StatementPipeline(pinned);
    this.#state = new SessionState(target.features, pinned.unusualDefaults);
    this.#runner = new StatementRunner(this.#pipeline, this.#state, blame);
    this.#target = target;
    this.#blame = blame;
  }

  get transactionStatus(): 'E' | 'I' | 'T' {
    return this.#runner.transactionStatus;
  }

  /** Prepares the connection for a pool whose connections start with these settings. */
  async beginHold(startup: StartupSettings, notice: (notice: object) => void): Promise<void> {
    this.pinned.onNotice = notice;
    const sql = this.#state.settings.use(startup);
    if (sql !== '') await this.#alone(() => this.#pipeline.now(sql));
  }

  /** Checks a released connection: a transaction must not be open. A broken connection would not be reused. */
  endHold(broken: boolean): void {
    const leftOpen = this.#runner.rollbackIfOpen();
    if (!broken && leftOpen) this.#blame(new SandboxError(transactionProblems.leftOpen));
    if (!broken) return;
    this.pinned.forgetPreparedStatements();
    const forget = `close all; discard temp; reset session authorization; ${forgetSession}`;
    this.#pipeline.prependAtRoot(`${forget}; ${this.#state.settings.renewal()}`);
  }

  end(): void {
    this.#pipeline.end();
  }

  async run(request: Request): Promise<pg.QueryResult> {
    const afterFailedCommit = this.#commitFailed;
    this.#commitFailed = false;
    const statement = this.#read(request.sql, request.values);
    const commits = statement.kind === 'commit' && this.transactionStatus !== 'I';
    try {
      // Answers ROLLBACK after a failed COMMIT without the server: PostgreSQL only warns, and ORMs always send it.
      if (statement.kind === 'rollback' && !statement.chain && afterFailedCommit) {
        this.pinned.onNotice(noTransaction);
        return emptyResult('ROLLBACK');
      }
      return await this.#runner.run(statement, request);
    } catch (error) {
      this.#commitFailed = commits;
      this.pinned.noteFatal(error);
      throw error;
    } finally {
      this.#verifyStillOurs(request.sql);
    }
  }

  /** Runs a statement as superuser. It is a separate transaction and does not use the application's settings. */
  async runAsAdmin(sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const key = this.#target.superuserKey;
    if (key === undefined) throw new SandboxError(noAdmin);
    const { effects } = this.#ofAdmin(this.#read(sql, values));
    this.#state.learn(effects);
    const check = this.#state.check(effects);
    try {
      const result = await this.#alone(() => {
        this.#pipeline.prepend(this.#state.settings.suspension());
        return runAsSuperuser(this.#pipeline, key, { sql, values, check });
      });
      const remains = { ...this.#state.remainsOf(effects), localSettings: true };
      if (check !== '') this.#pipeline.prepend(this.#state.deferAgain());
      this.#pipeline.prepend(this.#state.cleanUp(remains, effects));
      return result;
    } catch (error) {
      this.pinned.noteFatal(error);
      throw explainError(error, { sql, inTransaction: false, blame: this.#blame });
    }
  }

  /** Runs work outside the test's transactions in such a way that a failure does no harm. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.#pipeline.guard();
    try {
      return await work();
    } catch (error) {
      this.#pipeline.prepend('rollback to vouch_guard');
      throw error;
    }
  }

  #read(sql: string, values: readonly unknown[] | undefined): Exclude<Statement, { kind: 'unsupported' }> {
    const statement = classify(sql, values);
    if (statement.kind !== 'unsupported') return statement;
    throw this.#blamed(unsupportedError(sql, statement.problem));
  }

  #ofAdmin(statement: Statement): Plain {
    if (statement.kind === 'plain') return statement;
    throw this.#blamed(new SandboxError(transactionProblems.adminTransaction));
  }

  #verifyStillOurs(sql: string): void {
    if (!this.#pipeline.wasEnded()) return;
    this.pinned.markUnclean();
    this.#blame(new SandboxError(`${transactionProblems.reallyEnded}\n    ${shorten(sql)}`));
  }

  #blamed(error: SandboxError): SandboxError {
    this.#blame(error);
    return error;
  }
}

const noAdmin =
  'The kit is not superuser on this server, so a sandboxed test has no `admin`. Use the fixture `committedDb`, or let the kit start the server: TEST_DATABASE=embedded.';
