import type { Remains } from './session-state.ts';
import type { StatementPipeline } from './statement-pipeline.ts';
import type { Effects, TransactionModes } from './sql/statement.ts';

/** SQL that gives a transaction the session's default access mode. */
export const defaultAccess = `select set_config('transaction_read_only', current_setting('default_transaction_read_only'), true)`;

export interface TransactionOptions {
  readonly savepoint: string;
  readonly modes: TransactionModes;
  /** True if omitted modes are PostgreSQL's defaults: READ COMMITTED, READ WRITE. */
  readonly usualDefaults: boolean;
}

/** A transaction of the code under test: a savepoint that behaves like BEGIN, COMMIT and ROLLBACK. */
export class OpenTransaction {
  /** A statement failed, so PostgreSQL accepts no other until a rollback. */
  failed = false;
  readonly #savepoint: string;
  readonly #usualDefaults: boolean;
  readonly #pipeline: StatementPipeline;
  #modes: TransactionModes;
  #remains: Remains = { localSettings: false, cursors: false, constraints: false };
  #started = false;
  #queried = false;
  #savepointUsed = false;

  private constructor({ savepoint, modes, usualDefaults }: TransactionOptions, pipeline: StatementPipeline) {
    this.#savepoint = savepoint;
    this.#modes = modes;
    this.#usualDefaults = usualDefaults;
    this.#pipeline = pipeline;
  }

  static begin(options: TransactionOptions, pipeline: StatementPipeline): OpenTransaction {
    pipeline.prependAtRoot(`savepoint ${options.savepoint}`);
    return new OpenTransaction(options, pipeline);
  }

  get modes(): TransactionModes {
    return this.#modes;
  }

  get remains(): Remains {
    return this.#remains;
  }

  /** True if its characteristics differ from those on the server. */
  get imitated(): boolean {
    return this.#isolation !== 'read committed' || this.#modes.deferrable === true;
  }

  /** True if it is already read-only on the server although its access mode may still change. */
  get startedReadOnly(): boolean {
    const readOnly = this.#modes.access === 'read only' || !(this.#modes.access ?? this.#usualDefaults);
    return this.#started && !this.#queried && readOnly;
  }

  /** True if another isolation level may still be requested, although a savepoint may have come before. */
  get startedWithSavepoint(): boolean {
    return this.#savepointUsed && !this.#queried;
  }

  /**
   * Applies SET TRANSACTION. Returns the modes that the server has to decide on: after the first query, PostgreSQL
   * rejects most of them.
   */
  characterize(modes: TransactionModes): TransactionModes {
    const { isolation, access, ...rest } = modes;
    const left = isolation === this.#isolation ? { ...rest, ...(access && { access }) } : modes;
    this.#modes = { ...this.#modes, ...modes };
    if (this.#queried) return left;
    return this.#started && access !== undefined ? { access } : {};
  }

  /** Called before each statement except SET TRANSACTION. */
  start({ queries, savepoint }: Pick<Effects, 'queries' | 'savepoint'>): void {
    this.#queried ||= queries;
    this.#savepointUsed ||= savepoint;
    if (this.#started) return;
    this.#started = true;
    if (this.#modes.access === 'read only') this.#pipeline.prepend('set transaction read only');
    else if (this.#modes.access === undefined && !this.#usualDefaults) this.#pipeline.prepend(defaultAccess);
  }

  /** Records the effects that one of its statements left. */
  leave({ localSettings, cursors, constraints }: Remains): void {
    const before = this.#remains;
    this.#remains = {
      localSettings: before.localSettings || localSettings,
      cursors: before.cursors || cursors,
      constraints: before.constraints || constraints,
    };
  }

  release(): void {
    this.#pipeline.prepend(`release ${this.#savepoint}`);
  }

  rollback(): void {
    this.#pipeline.prepend(`rollback to ${this.#savepoint}; release ${this.#savepoint}`);
  }

  /** Undefined if the session's default applies. */
  get #isolation(): string | undefined {
    return this.#modes.isolation ?? (this.#usualDefaults ? 'read committed' : undefined);
  }
}
