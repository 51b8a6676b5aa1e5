import { ServerProblem } from '../model/server-problem.ts';
import type { SourceName } from '../model/server-record.ts';
import type { ServerSources } from './server-sources.ts';
import type { FoundServer } from './probe-result.ts';

export interface ServerChoice extends Omit<FoundServer, 'found'> {
  /** The reasons why preferred sources were skipped. */
  readonly skipped: readonly string[];
}

/** Returns the first available server, leaving out the sources that have already failed. */
export async function firstAvailable(
  sources: ServerSources,
  failed: ReadonlyMap<SourceName, string>,
): Promise<ServerChoice> {
  const skipped: string[] = [];
  const { candidates, forced, fix } = sources;
  for (const [source, probe] of candidates.filter(([name]) => forced === undefined || name === forced)) {
    const failure = failed.get(source);
    const result = failure === undefined ? await probe() : { found: false as const, why: failure };
    if (result.found) {
      const { order, at, identity } = result;
      return { order, at, identity, skipped };
    }
    if (forced && 'problem' in result && result.problem) throw result.problem;
    skipped.push(result.why);
  }
  throw new ServerProblem('no-server', `No server is available: ${skipped.join('; ')}.`, fix);
}
