import { type DatabaseFeatures, deferAllAgain } from './database/read-features.ts';
import { SessionSettings } from './session-settings.ts';
import type { Effects } from './sql/statement.ts';

/** Effects of a transaction that PostgreSQL would end at COMMIT and that the sandbox has to clean up. */
export interface Remains {
  readonly localSettings: boolean;
  readonly cursors: boolean;
  readonly constraints: boolean;
}

/** The state of a test's session: the possible effects of its statements and of the functions that they call. */
export class SessionState {
  readonly settings = new SessionSettings();
  readonly #features: DatabaseFeatures;
  readonly #unusualDefaults: boolean;
  #ownFunctions = false;
  #ownConstraints = false;

  constructor(features: DatabaseFeatures, unusualDefaults: boolean) {
    this.#features = features;
    this.#unusualDefaults = unusualDefaults;
  }

  /** True if a transaction without modes is READ COMMITTED and READ WRITE. */
  get usualDefaults(): boolean {
    return !this.#unusualDefaults && !this.#features.defaults && !this.settings.changeDefaults;
  }

  /** Called before a statement runs. */
  learn({ functions, definesConstraints }: Effects): void {
    this.#ownFunctions ||= functions;
    this.#ownConstraints ||= definesConstraints;
  }

  /** Returns the effects that a statement may have left. */
  remainsOf(effects: Effects): Remains {
    const byFunction = effects.queries;
    return {
      localSettings: effects.localSettings || (byFunction && (this.#features.settings || this.#ownFunctions)),
      cursors: effects.cursors || (byFunction && (this.#features.cursors || this.#ownFunctions)),
      constraints: effects.constraints,
    };
  }

  /** Returns SQL that checks deferred constraints as COMMIT does, and defers them again; empty if there are none. */
  check({ constraints, onlyReads = false }: Pick<Remains, 'constraints'> & Partial<Effects>): string {
    if (onlyReads) return '';
    const { deferred, constraints: byFunction } = this.#features;
    if (!deferred && !byFunction && !constraints && !this.#ownConstraints && !this.#ownFunctions) return '';
    return join(['set constraints all immediate', this.deferAgain()]);
  }

  deferAgain(): string {
    return this.#ownConstraints || this.#ownFunctions ? deferAllAgain : this.#features.deferAgain;
  }

  /** Returns SQL that removes what COMMIT would remove. */
  cleanUp({ localSettings, cursors }: Remains, { resets }: Pick<Effects, 'resets'>): string {
    const restores = localSettings || (resets && this.settings.startup.size > 0);
    return join([cursors ? 'close all' : '', restores ? this.settings.restoration() : '']);
  }
}

function join(statements: readonly string[]): string {
  return statements.filter((sql) => sql !== '').join('; ');
}
