import { ServerProblem } from '../model/server-problem.ts';
import type { SourceName } from '../model/server-record.ts';
import type { ServerSources } from './server-sources.ts';
import type { FoundServer } from './probe-result.ts';

export interface ServerChoice extends Omit<FoundServer, 'found'> {
  /** Why not one of the candidates above. */
  readonly skipped: readonly string[];
}

/** The first server of the sources that can be had, below the candidates that already failed. */
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
  throw new ServerProblem('no-server', `There is no server to be had: ${skipped.join('; ')}.`, fix);
}
