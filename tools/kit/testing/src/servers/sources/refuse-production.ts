import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { Target } from './parse-url.ts';
import { allowVariable } from './source-settings.ts';

/** Tests write and drop: only a server on this machine, or one whose name says test, is taken without further ado. */
export function refuseProduction({ url, host, database }: Target, allowedHost: string | undefined): void {
  if (allowedHost === host) return;
  const reason = suspicion(host, database);
  if (reason === undefined) return;
  throw new ServerProblem(
    'looks-like-production',
    `Tests will not run on ${withoutPassword(url)}: ${reason}.`,
    `Use a server on this machine or one whose host or database says "test". If you are sure: ${allowVariable}=${host}`,
  );
}

function suspicion(host: string, database: string): string | undefined {
  if (says('prod(uction)?|live', host, database)) return 'its name says that it is in production';
  if (isLoopback(host) || says('tests?|testing', host, database)) return undefined;
  return 'it is on another machine, and neither the host nor the database says "test" in its name';
}

/** A word of its own: `orders_test` says test, `latest` and `contest` do not. */
function says(words: string, ...names: string[]): boolean {
  return names.some((name) => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`, 'i').test(name));
}

export function isLoopback(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
