import pg from 'pg';
import type { Effects } from './sql/statement.ts';

/** Settings that a pool gives its connections when it opens them. */
export type StartupSettings = ReadonlyMap<string, string>;

const noSettings: StartupSettings = new Map();

/**
 * The settings of the test's session. PostgreSQL takes what was set for a transaction back at its COMMIT, but keeps it
 * when a savepoint is released. So the sandbox resets all settings there, and sets those of the session again. Their
 * values are kept on the server, in settings of the sandbox's own, which a rollback takes back with them.
 */
export class SessionSettings {
  readonly #changed = new Set<string>();
  #startup: StartupSettings = noSettings;

  get startup(): StartupSettings {
    return this.#startup;
  }

  /** Whether they may change what a transaction is that says nothing of its modes. */
  get changeDefaults(): boolean {
    return [...this.#changed, ...this.#startup.keys()].some((name) =>
      name.startsWith('default_transaction_'),
    );
  }

  /** From now on the connection looks as if it had been opened with these. Returns the SQL that sees to it. */
  use(startup: StartupSettings): string {
    if (startup === this.#startup || startup.size + this.#startup.size === 0) return '';
    this.#startup = startup;
    return this.restoration();
  }

  /** The SQL that takes them back for a moment, after which `restoration` brings them again. */
  suspension(): string {
    const names = [...this.#changed, ...this.#startup.keys()].map((name) => name.split('.'));
    return names.map((parts) => `reset ${parts.map(pg.escapeIdentifier).join('.')}`).join('; ');
  }

  /** The SQL that makes them what they are on a new connection. */
  renewal(): string {
    this.#changed.clear();
    return this.restoration();
  }

  /** The SQL that notes what a statement just did to settings of the session. */
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

  /** The SQL that takes all settings back to what the session has, once a transaction is over. */
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

/** These are not taken back by RESET ALL, or cannot be set to what they show. */
const notKept = new Set(['session_authorization', 'seed']);

const text = (value: string): string => pg.escapeLiteral(value);
const mirrorOf = (name: string): string => `vouch_session.${name}`;
const setConfig = (name: string, value: string): string => `set_config(${text(name)}, ${value}, false)`;

function setAgain(name: string, mirror: string): string {
  const both = `${setConfig(name, `substr(${mirror}, 2)`)}, ${setConfig(mirrorOf(name), mirror)}`;
  return `if ${mirror} <> '' then perform ${both}; end if;`;
}
