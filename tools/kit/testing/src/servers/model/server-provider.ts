import type { RunRecord, ServerOrder, ServerRecord } from './server-record.ts';

/** A server that a supervisor has started or adopted. */
export interface StartedServer {
  /** The superuser's URL. */
  readonly url: string;
  /** Resolves when the server ends on its own; never resolves where that cannot be detected. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The operations of a supervisor that depend on the kind of server. */
export interface Provider {
  /** Describes the resources of a new server. The supervisor records them before it creates them. */
  readonly plan: (order: ServerOrder) => Promise<RunRecord>;
  readonly start: (order: ServerOrder, plan: RunRecord) => Promise<StartedServer>;
  /** Adopts the server of a killed supervisor if it still runs: other processes may be running tests on it. */
  readonly adopt: (plan: RunRecord, url: string) => StartedServer | undefined;
  /** Removes the resources that a killed supervisor left. */
  readonly clear: (plan: RunRecord) => Promise<void>;
  readonly versionOf: (url: string) => Promise<string>;
  /** Checks a server, prepares it, and returns the information that its users need. */
  readonly prepare: (url: string) => Promise<Omit<ServerRecord, 'source' | 'url'>>;
  /** Removes the data of ended leases; returns false if the server cannot be reached. */
  readonly sweep: (url: string) => Promise<boolean>;
  /** Returns how long a server without leases waits for the next run, in milliseconds. */
  readonly idleTime: (url: string) => Promise<number>;
}
