import { LocalSettings } from './local-settings.ts';
import type { SandboxTarget } from './target.ts';
import type { Wire } from './wire.ts';

/** A transaction of the code under test: a savepoint that behaves as BEGIN, COMMIT and ROLLBACK do. */
export class OpenTransaction {
  readonly settings = new LocalSettings();
  /** A statement failed, so PostgreSQL takes no other until a rollback. */
  failed = false;
  readonly #savepoint: string;
  readonly #wire: Wire;
  readonly #target: SandboxTarget;

  private constructor(savepoint: string, wire: Wire, target: SandboxTarget) {
    this.#savepoint = savepoint;
    this.#wire = wire;
    this.#target = target;
  }

  static begin(number: number, readOnly: boolean, wire: Wire, target: SandboxTarget): OpenTransaction {
    const savepoint = `vouch_transaction_${number}`;
    wire.aheadAtBase(`savepoint ${savepoint}`);
    if (readOnly) wire.ahead('set transaction read only');
    return new OpenTransaction(savepoint, wire, target);
  }

  /** Ends it as COMMIT does; where a deferred constraint fails, it is rolled back and the failure thrown. */
  async commit(): Promise<void> {
    if (this.#target.deferrable) await this.#checkDeferred();
    this.#wire.ahead(`release ${this.#savepoint}`);
    this.#wire.ahead(this.#deferAgain());
    this.#wire.ahead(await this.settings.restoration());
  }

  rollback(): void {
    this.#wire.ahead(`rollback to ${this.#savepoint}; release ${this.#savepoint}`);
  }

  async #checkDeferred(): Promise<void> {
    try {
      await this.#wire.now('set constraints all immediate');
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  #deferAgain(): string {
    const { deferred } = this.#target;
    return deferred.length === 0 ? '' : `set constraints ${deferred.join(', ')} deferred`;
  }
}
