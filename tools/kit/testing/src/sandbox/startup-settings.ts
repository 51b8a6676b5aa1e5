import { createRequire } from 'node:module';
import type pg from 'pg';
import type { StartupSettings } from './session-settings.ts';

/** The driver's interpretation of a pool's options, its URL and the environment. The driver does not export it. */
interface Parameters {
  readonly options?: string | null;
  readonly application_name?: string | null;
  readonly fallback_application_name?: string | null;
  readonly statement_timeout?: number | string | false;
  readonly lock_timeout?: number | string | false;
}

const ConnectionParameters = createRequire(import.meta.url)('pg/lib/connection-parameters') as new (
  options: pg.PoolConfig,
) => Parameters;

/**
 * Returns the settings that a pool's connections start with. Limits on idle transactions are left out, because a
 * sandboxed test is always in a transaction.
 */
export function startupSettings(options: pg.PoolConfig): StartupSettings {
  const parameters = new ConnectionParameters(options);
  const { statement_timeout, lock_timeout, application_name, fallback_application_name } = parameters;
  const settings = new Map(commandLineSettings(parameters.options ?? ''));
  const name = application_name ?? fallback_application_name;
  if (name) settings.set('application_name', name);
  if (statement_timeout) settings.set('statement_timeout', String(statement_timeout));
  if (lock_timeout) settings.set('lock_timeout', String(lock_timeout));
  for (const each of idleLimits) settings.delete(each);
  return settings;
}

const idleLimits = ['idle_in_transaction_session_timeout', 'transaction_timeout'];

/** Parses `-c a=b --c=d`; a backslash escapes a space. */
function commandLineSettings(options: string): [name: string, value: string][] {
  const words = (options.match(/(?:\\.|\S)+/g) ?? []).map((word) => word.replaceAll(/\\(.)/g, '$1'));
  const text = words.flatMap((word, index) => {
    if (word.startsWith('--')) return [word.slice(2).replaceAll('-', '_')];
    if (word.startsWith('-c') && word.length > 2) return [word.slice(2)];
    return words[index - 1] === '-c' ? [word] : [];
  });
  return text.flatMap((each) => {
    const [, name, value] = /^([^=]+)=([^]*)$/.exec(each) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}
