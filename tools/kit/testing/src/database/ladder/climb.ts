import { DatabaseProblem } from '../problem.ts';
import type { Rung } from '../supervisor/server-record.ts';
import type { Ladder } from './ladder.ts';
import type { FoundServer } from './look.ts';

export interface Choice extends Omit<FoundServer, 'found'> {
  /** Why not one of the rungs above. */
  readonly instead: readonly string[];
}

/** The first server of the ladder that can be had, below the rungs that already failed. */
export async function climb(ladder: Ladder, failed: ReadonlyMap<Rung, string>): Promise<Choice> {
  const instead: string[] = [];
  const { rungs, forced, remedy } = ladder;
  for (const [rung, look] of rungs.filter(([name]) => forced === undefined || name === forced)) {
    const failure = failed.get(rung);
    const finding = failure === undefined ? await look() : { found: false as const, why: failure };
    if (finding.found) {
      const { order, at, identity } = finding;
      return { order, at, identity, instead };
    }
    if (forced && 'problem' in finding && finding.problem) throw finding.problem;
    instead.push(finding.why);
  }
  throw new DatabaseProblem('no-server', `There is no server to be had: ${instead.join('; ')}.`, remedy);
}
