import type { Rung } from '../supervisor/server-record.ts';
import type { Finding } from './look.ts';

/** The ways to get a server of one kind, best first. */
export interface Ladder {
  readonly rungs: readonly (readonly [rung: Rung, look: () => Promise<Finding>])[];
  /** The only one to try, if one was named. */
  readonly forced: Rung | undefined;
  /** Differs when any setting does: a process uses what its parent found only when both were told the same. */
  readonly hash: string;
  /** The variable by which a process tells its children what it found. */
  readonly variable: string;
  /** What to do where no rung holds. */
  readonly remedy: string;
}
