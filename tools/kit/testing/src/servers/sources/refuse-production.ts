import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { Target } from './parse-url.ts';
import { allowVariable } from './source-settings.ts';

/** Throws unless a server is on this machine or has "test" in its name: tests write to it and drop databases. */
export function refuseProduction({ url, host, database }: Target, allowedHost: string | undefined): void {
  if (allowedHost === host) return;
  const reason = suspicion(host, database);
  if (reason === undefined) return;
  throw new ServerProblem(
    'looks-like-production',
    `Tests refuse to run on ${withoutPassword(url)}: ${reason}.`,
    `Use a server on this machine, or one with "test" in its host or database name. To allow this host: ${allowVariable}=${host}`,
  );
}

function suspicion(host: string, database: string): string | undefined {
  if (says('prod(uction)?|live', host, database)) return 'its name contains "prod" or "live"';
  if (isLoopback(host) || says('tests?|testing', host, database)) return undefined;
  return 'it is on another machine, and neither its host nor its database has "test" in its name';
}

/** Matches whole words: `orders_test` contains the word test, `latest` and `contest` do not. */
function says(words: string, ...names: string[]): boolean {
  return names.some((name) => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`, 'i').test(name));
}

export function isLoopback(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
