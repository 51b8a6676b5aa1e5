import pg from 'pg';
import type { Effects } from './sql/statement.ts';

/** Settings that a pool gives its new connections. */
export type StartupSettings = ReadonlyMap<string, string>;

const noSettings: StartupSettings = new Map();

/**
 * The settings of the test's session. PostgreSQL undoes transaction-local settings at COMMIT, but keeps them when a
 * savepoint is released. Therefore the sandbox resets all settings at that point and sets those of the session again.
 * Their values are kept on the server, in settings of the sandbox that a rollback undoes as well.
 */
export class SessionSettings {
  readonly #changed = new Set<string>();
  #startup: StartupSettings = noSettings;

  get startup(): StartupSettings {
    return this.#startup;
  }

  /** True if they may change the defaults of transactions. */
  get changeDefaults(): boolean {
    return [...this.#changed, ...this.#startup.keys()].some((name) =>
      name.startsWith('default_transaction_'),
    );
  }

  /** Makes the connection look as if it was opened with these settings. Returns the SQL that does it. */
  use(startup: StartupSettings): string {
    if (startup === this.#startup || startup.size + this.#startup.size === 0) return '';
    this.#startup = startup;
    return this.restoration();
  }

  /** Returns SQL that resets the settings for a moment; `restoration` sets them again. */
  suspension(): string {
    const names = [...this.#changed, ...this.#startup.keys()].map((name) => name.split('.'));
    return names.map((parts) => `reset ${parts.map(pg.escapeIdentifier).join('.')}`).join('; ');
  }

  /** Returns SQL that resets the settings as on a new connection. */
  renewal(): string {
    this.#changed.clear();
    return this.restoration();
  }

  /** Returns SQL that records a statement's changes to settings of the session. */
  note({ sessionSettings, resets }: Pick<Effects, 'resets' | 'sessionSettings'>): string {
    const kept = sessionSettings.filter((name) => !notKept.has(name));
    for (const name of kept) this.#changed.add(name);
    return kept.map((name) => this.#note(name, resets ? this.#startup.get(name) : undefined)).join('; ');
  }

  #note(name: string, initial: string | undefined): string {
    const mirror = mirrorOf(name);
    if (initial !== undefined) return `select ${setConfig(name, text(initial))}, ${setConfig(mirror, `''`)}`;
    return `select ${setConfig(mirror, `'=' || current_setting(${text(name)})`)}`;
  }

  /** Returns SQL that restores the session's settings after a transaction. */
  restoration(): string {
    const startup = this.#startup;
    const names = [...this.#changed];
    if (names.length === 0 && startup.size === 0) return 'reset all; reset role';
    const mirrors = names.map((name) => `current_setting(${text(mirrorOf(name))}, true)`);
    const initial = [...startup].map(([name, value]) => `perform ${setConfig(name, text(value))};`);
    const again = names.map((name, index) => setAgain(name, `mirrors[${index + 1}]`));
    return `do $vouch$ declare mirrors text[] := array[${mirrors.join(', ')}]::text[]; begin
      reset all; reset role; ${initial.join(' ')} ${again.join(' ')} end $vouch$`;
  }
}

/** Settings that RESET ALL does not reset, or that cannot be set to the value they show. */
const notKept = new Set(['session_authorization', 'seed']);

const text = (value: string): string => pg.escapeLiteral(value);
const mirrorOf = (name: string): string => `vouch_session.${name}`;
const setConfig = (name: string, value: string): string => `set_config(${text(name)}, ${value}, false)`;

function setAgain(name: string, mirror: string): string {
  const both = `${setConfig(name, `substr(${mirror}, 2)`)}, ${setConfig(mirrorOf(name), mirror)}`;
  return `if ${mirror} <> '' then perform ${both}; end if;`;
}
