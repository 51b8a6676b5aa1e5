import type { SourceName } from '../model/server-record.ts';
import type { ProbeResult } from './probe-result.ts';

/** The sources of one kind of server. */
export interface ServerSources {
  readonly candidates: readonly (readonly [source: SourceName, probe: () => Promise<ProbeResult>])[];
  /** The only source to probe, if the user chose one. */
  readonly forced: SourceName | undefined;
  /** A hash of all settings: a process uses its parent's server only if both have the same settings. */
  readonly hash: string;
  /** The variable that passes the choice to child processes. */
  readonly variable: string;
  /** The fix if no source is available. */
  readonly fix: string;
}
