import type { SourceName } from '../model/server-record.ts';
import type { ProbeResult } from './probe-result.ts';

/** The ways to get a server of one kind, best first. */
export interface ServerSources {
  readonly candidates: readonly (readonly [source: SourceName, probe: () => Promise<ProbeResult>])[];
  /** The only one to try, if one was named. */
  readonly forced: SourceName | undefined;
  /** Differs when any setting does: a process uses what its parent found only when both were told the same. */
  readonly hash: string;
  /** The variable by which a process tells its children what it found. */
  readonly variable: string;
  /** What to do where no source holds. */
  readonly fix: string;
}
