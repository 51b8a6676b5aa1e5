import type { ServerProblem } from '../model/server-problem.ts';
import type { ServerOrder } from '../model/server-record.ts';

/** What one probe at one source found: a server that can be ordered there, or why there is none. */
export type ProbeResult =
  FoundServer | { readonly found: false; readonly why: string; readonly problem?: ServerProblem };

export interface FoundServer {
  readonly found: true;
  readonly order: ServerOrder;
  /** Where it is, fit to be printed. */
  readonly at: string;
  /** Kind and version, as the cache key of a test task holds them: the same on every machine with the same server. */
  readonly identity: string;
}
