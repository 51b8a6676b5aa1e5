import type { ServerProblem } from '../model/server-problem.ts';
import type { ServerOrder } from '../model/server-record.ts';

/** The result of probing one source: a server that can be ordered there, or the reason why none is available. */
export type ProbeResult =
  FoundServer | { readonly found: false; readonly why: string; readonly problem?: ServerProblem };

export interface FoundServer {
  readonly found: true;
  readonly order: ServerOrder;
  /** The server's address without its password. */
  readonly at: string;
  /** Kind and version of the server, as in the cache key of a test task: equal on every machine with the same server. */
  readonly identity: string;
}
