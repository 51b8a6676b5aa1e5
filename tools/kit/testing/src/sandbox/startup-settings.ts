import { createRequire } from 'node:module';
import type pg from 'pg';
import type { StartupSettings } from './session-settings.ts';

/** What the driver makes of a pool's options, the address and the environment. It does not export this. */
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
 * The settings that a pool's connections begin with. Limits on idle transactions are left out: between two statements of
 * a sandboxed test there is always one.
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

/** Of `-c a=b --c=d`; a backslash takes the meaning from the space that follows. */
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
