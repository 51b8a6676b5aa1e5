import type { DatabaseProblem } from '../problem.ts';
import type { ServerOrder } from '../supervisor/server-record.ts';

/** What one look at one rung found: a server that can be ordered there, or why there is none. */
export type Finding =
  | { readonly found: true; readonly order: ServerOrder; readonly at: string }
  | { readonly found: false; readonly why: string; readonly problem?: DatabaseProblem };
