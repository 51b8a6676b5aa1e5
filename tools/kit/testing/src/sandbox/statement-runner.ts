import type pg from 'pg';
import { explainError, transactionProblems, unsupportedError } from './explain-error.ts';
import { defaultAccess, OpenTransaction } from './open-transaction.ts';
import { SandboxError } from './sandbox-error.ts';
import { blockOnlyError, blockOnlyWarning, emptyResult, isServerError } from './server-answers.ts';
import type { SessionState } from './session-state.ts';
import { queryEffects } from './sql/effects.ts';
import { lateReadWrite, savepointBefore, unknownLevel } from './sql/statement-problems.ts';
import type { Effects, StatementProblem, Statement, TransactionModes } from './sql/statement.ts';
import { asAtTopLevel, setTransaction } from './set-transaction.ts';
import type { Sendable, StatementPipeline } from './statement-pipeline.ts';

/** A statement of the code under test, and how to send it. */
export interface Request extends Sendable {
  readonly sql: string;
  readonly values: readonly unknown[] | undefined;
}

type Runnable = Exclude<Statement, { kind: 'unsupported' }>;
type Ending = Extract<Statement, { kind: 'commit' | 'rollback' }>;

/**
 * Runs statements in the transaction of a test, which is never committed. Transactions of the code under test are
 * savepoints in it. A statement outside of them gets its own savepoint, so that its failure does not affect later
 * statements.
 */
export class StatementRunner {
  readonly #pipeline: StatementPipeline;
  readonly #state: SessionState;
  readonly #blame: (error: SandboxError) => void;
  #begun = 0;
  #transaction: OpenTransaction | undefined;

  constructor(pipeline: StatementPipeline, state: SessionState, blame: (error: SandboxError) => void) {
    this.#pipeline = pipeline;
    this.#state = state;
    this.#blame = blame;
  }

  get transactionStatus(): 'E' | 'I' | 'T' {
    if (this.#transaction === undefined) return 'I';
    return this.#transaction.failed ? 'E' : 'T';
  }

  rollbackIfOpen(): boolean {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    transaction?.rollback();
    return transaction !== undefined;
  }

  run(statement: Runnable, request: Request): Promise<pg.QueryResult> {
    const transaction = this.#transaction;
    if (transaction === undefined) return this.#outside(statement, request);
    if (statement.kind === 'commit') return this.#commit(transaction, statement);
    if (statement.kind === 'rollback') return this.#rollback(transaction, statement);
    if (transaction.failed) return this.#inside(transaction, queryEffects, request);
    if (statement.kind === 'begin') throw this.#blamed(new SandboxError(transactionProblems.nestedBegin));
    if (statement.kind === 'set-transaction')
      return this.#characterize(transaction, statement.modes, request.sql);
    return this.#inside(transaction, statement.effects, request);
  }

  async #outside(statement: Runnable, request: Request): Promise<pg.QueryResult> {
    switch (statement.kind) {
      case 'begin':
        this.#begin(statement.modes);
        return emptyResult(statement.command);
      case 'commit':
      case 'rollback':
        throw this.#stray(statement);
      case 'set-transaction':
        this.#pipeline.pinned.onNotice(blockOnlyWarning('SET TRANSACTION'));
        return emptyResult('SET');
      case 'block-only':
        throw blockOnlyError(statement.command);
      case 'plain':
        return this.#alone(statement.effects, request);
    }
  }

  #begin(modes: TransactionModes): void {
    const savepoint = `vouch_transaction_${(this.#begun += 1)}`;
    const { usualDefaults } = this.#state;
    this.#transaction = OpenTransaction.begin({ savepoint, modes, usualDefaults }, this.#pipeline);
  }

  async #commit(transaction: OpenTransaction, statement: Ending): Promise<pg.QueryResult> {
    if (transaction.failed) return this.#rollback(transaction, statement);
    const modes = statement.chain ? await this.#modesOf(transaction) : undefined;
    this.#transaction = undefined;
    const check = this.#state.check(transaction.remains);
    if (check !== '') await this.#checkDeferred(transaction, check);
    transaction.release();
    this.#pipeline.prepend(this.#state.cleanUp(transaction.remains, queryEffects));
    if (modes !== undefined) this.#begin(modes);
    return emptyResult('COMMIT');
  }

  async #checkDeferred(transaction: OpenTransaction, check: string): Promise<void> {
    try {
      await this.#pipeline.now(check);
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  async #rollback(transaction: OpenTransaction, { chain }: Ending): Promise<pg.QueryResult> {
    const modes = chain ? await this.#modesOf(transaction) : undefined;
    this.#transaction = undefined;
    transaction.rollback();
    if (modes !== undefined) this.#begin(modes);
    return emptyResult('ROLLBACK');
  }

  /** Returns the modes that AND CHAIN passes on. A failed transaction has lost its own. */
  async #modesOf(transaction: OpenTransaction): Promise<TransactionModes> {
    if (transaction.failed) return {};
    transaction.start(noQuery);
    const { rows } = await this.#pipeline.now('show transaction_read_only');
    const readOnly = (rows as { transaction_read_only: string }[])[0]?.transaction_read_only === 'on';
    return { ...transaction.modes, access: readOnly ? 'read only' : 'read write' };
  }

  async #characterize(
    transaction: OpenTransaction,
    modes: TransactionModes,
    sql: string,
  ): Promise<pg.QueryResult> {
    if (modes.access === 'read write' && transaction.startedReadOnly) throw this.#reject(sql, lateReadWrite);
    if (modes.isolation !== undefined && transaction.startedWithSavepoint)
      throw this.#reject(sql, savepointBefore);
    const left = setTransaction(transaction.characterize(modes));
    if (left === '') return emptyResult('SET');
    const send: Request['send'] = (client) => client.query(left).catch(asAtTopLevel);
    return this.#inside(transaction, noQuery, { sql, values: undefined, send });
  }

  async #inside(transaction: OpenTransaction, effects: Effects, request: Request): Promise<pg.QueryResult> {
    if (!transaction.failed) {
      if (effects.readsCharacteristics && transaction.imitated) throw this.#reject(request.sql, unknownLevel);
      transaction.start(effects);
    }
    this.#expect(effects);
    try {
      const result = await this.#pipeline.send(request);
      transaction.failed = this.#pipeline.pinned.raw.getTransactionStatus() === 'E';
      transaction.leave(this.#state.remainsOf(effects));
      this.#pipeline.prepend(this.#state.settings.note(effects));
      return result;
    } catch (error) {
      if (isServerError(error)) transaction.failed = true;
      throw explainError(error, { sql: request.sql, inTransaction: true, blame: this.#blame });
    }
  }

  async #alone(effects: Effects, request: Request): Promise<pg.QueryResult> {
    if (effects.readsCharacteristics && !this.#state.usualDefaults)
      throw this.#reject(request.sql, unknownLevel);
    if (effects.warning !== undefined) this.#pipeline.pinned.onNotice(blockOnlyWarning(effects.warning));
    this.#expect(effects);
    this.#pipeline.guard();
    if (!this.#state.usualDefaults) this.#pipeline.prepend(defaultAccess);
    try {
      const alone = request.alone === true || effects.converses;
      const result = await this.#pipeline.send({ ...request, alone }, this.#state.check(effects));
      const remains = this.#state.remainsOf(effects);
      this.#pipeline.prepend(this.#state.settings.note(effects));
      this.#pipeline.prepend(this.#state.cleanUp(remains, effects));
      return result;
    } catch (error) {
      this.#pipeline.prepend('rollback to vouch_guard');
      throw explainError(error, { sql: request.sql, inTransaction: false, blame: this.#blame });
    }
  }

  #expect(effects: Effects): void {
    this.#state.learn(effects);
    if (effects.unclean) this.#pipeline.pinned.markUnclean();
  }

  #stray({ kind, chain }: Ending): Error {
    if (chain) return blockOnlyError(`${kind.toUpperCase()} AND CHAIN`);
    const { strayCommit, strayRollback } = transactionProblems;
    return this.#blamed(new SandboxError(kind === 'commit' ? strayCommit : strayRollback));
  }

  #reject(sql: string, problem: StatementProblem): SandboxError {
    return this.#blamed(unsupportedError(sql, problem));
  }

  #blamed(error: SandboxError): SandboxError {
    this.#blame(error);
    return error;
  }
}

const noQuery: Effects = { ...queryEffects, queries: false };
