import type { Remains } from './session-state.ts';
import type { StatementPipeline } from './statement-pipeline.ts';
import type { Effects, TransactionModes } from './sql/statement.ts';

/** The SQL that gives a transaction the access mode that the session has for its transactions. */
export const defaultAccess = `select set_config('transaction_read_only', current_setting('default_transaction_read_only'), true)`;

export interface TransactionOptions {
  readonly savepoint: string;
  readonly modes: TransactionModes;
  /** Whether what the modes leave out is PostgreSQL's own default: READ COMMITTED, READ WRITE. */
  readonly usualDefaults: boolean;
}

/** A transaction of the code under test: a savepoint that behaves as BEGIN, COMMIT and ROLLBACK do. */
export class OpenTransaction {
  /** A statement failed, so PostgreSQL takes no other until a rollback. */
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

  /** Whether its characteristics are not those that the server knows of. */
  get imitated(): boolean {
    return this.#isolation !== 'read committed' || this.#modes.deferrable === true;
  }

  /** Whether it is read-only already although its access mode can still be changed. */
  get startedReadOnly(): boolean {
    const readOnly = this.#modes.access === 'read only' || !(this.#modes.access ?? this.#usualDefaults);
    return this.#started && !this.#queried && readOnly;
  }

  /** Whether another isolation level can still be asked for, although what came before may have been a savepoint. */
  get startedWithSavepoint(): boolean {
    return this.#savepointUsed && !this.#queried;
  }

  /**
   * Takes what SET TRANSACTION says. Returns what the server has to decide: once a query has run, PostgreSQL refuses most
   * of it.
   */
  characterize(modes: TransactionModes): TransactionModes {
    const { isolation, access, ...rest } = modes;
    const left = isolation === this.#isolation ? { ...rest, ...(access && { access }) } : modes;
    this.#modes = { ...this.#modes, ...modes };
    if (this.#queried) return left;
    return this.#started && access !== undefined ? { access } : {};
  }

  /** Called before each statement but SET TRANSACTION. */
  start({ queries, savepoint }: Pick<Effects, 'queries' | 'savepoint'>): void {
    this.#queried ||= queries;
    this.#savepointUsed ||= savepoint;
    if (this.#started) return;
    this.#started = true;
    if (this.#modes.access === 'read only') this.#pipeline.prepend('set transaction read only');
    else if (this.#modes.access === undefined && !this.#usualDefaults) this.#pipeline.prepend(defaultAccess);
  }

  /** Notes what one of its statements left behind. */
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

  /** Undefined where the session's default decides. */
  get #isolation(): string | undefined {
    return this.#modes.isolation ?? (this.#usualDefaults ? 'read committed' : undefined);
  }
}
