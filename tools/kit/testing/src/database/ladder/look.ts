import type { DatabaseProblem } from '../problem.ts';
import type { ServerOrder } from '../supervisor/server-record.ts';

/** What one look at one rung found: a server that can be ordered there, or why there is none. */
export type Finding =
  FoundServer | { readonly found: false; readonly why: string; readonly problem?: DatabaseProblem };

export interface FoundServer {
  readonly found: true;
  readonly order: ServerOrder;
  /** Where it is, fit to be printed. */
  readonly at: string;
  /** Kind and version, as the cache key of a test task holds them: the same on every machine with the same server. */
  readonly identity: string;
}
