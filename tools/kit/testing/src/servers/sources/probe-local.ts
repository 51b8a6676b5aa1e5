import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { ProbeResult } from './probe-result.ts';
import { identityOf, keyOf } from './probe-url.ts';
import { buildUrl } from './build-url.ts';
import { isLoopback, refuseProduction } from './refuse-production.ts';
import { portAnswers } from '../process/port-answers.ts';
import type { SourceSettings } from './source-settings.ts';

interface Candidate {
  readonly url: string;
  readonly host: string;
}

/** The time limit in milliseconds for a server that accepts a connection and does not answer. */
const longestAnswer = 2_000;

/** Probes for a server on this machine, with the login of the `PG…` variables or the usual ones. */
export async function probeLocal(settings: SourceSettings): Promise<ProbeResult> {
  const problems: ServerProblem[] = [];
  for (const { url, host } of candidates(settings)) {
    try {
      refuseProduction({ url, host, database: settings.local.database }, settings.allowedHost);
      await refuseClosedPort(host, settings.local.port);
      return {
        found: true,
        order: { service: 'postgres', source: 'local', key: keyOf('local', url), url },
        at: withoutPassword(url),
        identity: await identityOf(url, longestAnswer),
      };
    } catch (error) {
      problems.push(error as ServerProblem);
    }
  }
  return notAvailable(settings, problems);
}

/** Checks the port first: loading the driver takes longer, and usually no server listens. */
async function refuseClosedPort(host: string, port: number): Promise<void> {
  if (host.startsWith('/') || (await portAnswers(port, host))) return;
  throw new ServerProblem(
    'no-server',
    `No server listens at ${host}:${port}.`,
    'Start the server there, or correct the address.',
  );
}

function candidates({ local }: SourceSettings): Candidate[] {
  const { host, port, database, password } = local;
  const at = (where: string, user: string): Candidate => ({
    host: where,
    url: buildUrl({ host: where, port, user: local.user ?? user, password, database }),
  });
  const own = userInfo().username;
  if (host !== undefined) return isLoopback(host) ? [at(host, own), at(host, 'postgres')] : [];
  const sockets = ['/var/run/postgresql', '/tmp'].filter((folder) =>
    existsSync(join(folder, `.s.PGSQL.${port}`)),
  );
  return [...sockets.map((folder) => at(folder, own)), at('127.0.0.1', own), at('127.0.0.1', 'postgres')];
}

/** Distinguishes a server that rejects the login from the usual case, that no server listens. */
function notAvailable({ local }: SourceSettings, problems: readonly ServerProblem[]): ProbeResult {
  const where = `${local.host ?? '127.0.0.1'}:${local.port}`;
  const found =
    problems.find(({ code }) => code !== 'no-server' && code !== 'wrong-password') ?? problems.at(-1);
  const absent = found === undefined || found.code === 'no-server';
  const problem = new ServerProblem(
    found?.code ?? 'no-server',
    found?.what ?? `PGHOST is ${where}, which is not this machine.`,
    found?.fix ?? 'Set TEST_DATABASE_URL to use a server elsewhere.',
  );
  return {
    found: false,
    why: absent ? `no server at ${where}` : `the server at ${where} rejects the login`,
    problem,
  };
}
