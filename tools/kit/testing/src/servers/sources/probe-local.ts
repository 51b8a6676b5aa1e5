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

/** Only what accepts and never answers takes so long, in ms. */
const longestAnswer = 2_000;

/** A server on this machine that lets us in with what `PG…` says, or with what is usual. */
export async function probeLocal(settings: SourceSettings): Promise<ProbeResult> {
  const refusals: ServerProblem[] = [];
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
      refusals.push(error as ServerProblem);
    }
  }
  return nothing(settings, refusals);
}

/** Loading the driver takes longer than to see that nothing listens, which is the common case. */
async function refuseClosedPort(host: string, port: number): Promise<void> {
  if (host.startsWith('/') || (await portAnswers(port, host))) return;
  throw new ServerProblem(
    'no-server',
    `Nothing listens at ${host}:${port}.`,
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

/** A server that is there but refuses us deserves a word; one that is not there is the common case. */
function nothing({ local }: SourceSettings, refusals: readonly ServerProblem[]): ProbeResult {
  const where = `${local.host ?? '127.0.0.1'}:${local.port}`;
  const refusal =
    refusals.find(({ code }) => code !== 'no-server' && code !== 'wrong-password') ?? refusals.at(-1);
  const absent = refusal === undefined || refusal.code === 'no-server';
  const problem = new ServerProblem(
    refusal?.code ?? 'no-server',
    refusal?.what ?? `PGHOST is ${where}, which is not this machine.`,
    refusal?.fix ?? 'Set TEST_DATABASE_URL to use a server elsewhere.',
  );
  return {
    found: false,
    why: absent ? `no server at ${where}` : `the server at ${where} refuses us`,
    problem,
  };
}
