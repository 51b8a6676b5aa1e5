import { createHash } from 'node:crypto';
import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { ProbeResult } from './probe-result.ts';
import { refuseProduction } from './refuse-production.ts';
import type { SourceSettings } from './source-settings.ts';

/**
 * Probes the server that the user named. A problem stops the run: another server would not be the one that the user
 * asked for.
 */
export async function probeUrl({ url, allowedHost }: SourceSettings): Promise<ProbeResult> {
  if (url === undefined) return { found: false, why: 'no TEST_DATABASE_URL', problem: notSet() };
  const { parseUrl } = await import('./parse-url.ts');
  const target = parseUrl(url);
  refuseProduction(target, allowedHost);
  return {
    found: true,
    order: { service: 'postgres', source: 'url', key: keyOf('url', target.url), url: target.url },
    at: withoutPassword(target.url),
    identity: await identityOf(target.url),
  };
}

/** Returns the version of a server. Throws the problem if it cannot be used. */
export async function identityOf(url: string, timeout?: number): Promise<string> {
  const { inspectServer } = await import('../postgres/inspect-server.ts');
  const { version } = await inspectServer(url, timeout);
  return `PostgreSQL ${version}`;
}

export function keyOf(source: string, ...parts: string[]): string {
  return `${source}-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)}`;
}

function notSet(): ServerProblem {
  return new ServerProblem(
    'wrong-setting',
    'TEST_DATABASE=url requires TEST_DATABASE_URL, which is not set.',
    'Set it to postgres://user:password@host:5432/database',
  );
}
