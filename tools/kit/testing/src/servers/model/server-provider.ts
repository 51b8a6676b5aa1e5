import type { RunRecord, ServerOrder, ServerRecord } from './server-record.ts';

/** A server that a supervisor has at its disposal. */
export interface StartedServer {
  /** With all rights. */
  readonly url: string;
  /** Resolves when the server has ended without being asked; never where that cannot be seen. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a supervisor must know of the kind of server that it provides. */
export interface Provider {
  /** What is about to be made, to be written down before it is made. */
  readonly plan: (order: ServerOrder) => Promise<RunRecord>;
  readonly start: (order: ServerOrder, plan: RunRecord) => Promise<StartedServer>;
  /** The server of a killed supervisor, where it still runs: others may be in the middle of their tests on it. */
  readonly adopt: (plan: RunRecord, url: string) => StartedServer | undefined;
  /** Clears away what a killed supervisor left. */
  readonly clear: (plan: RunRecord) => Promise<void>;
  readonly versionOf: (url: string) => Promise<string>;
  /** Checks a server, makes it ready for use, and says what its users must know. */
  readonly prepare: (url: string) => Promise<Omit<ServerRecord, 'source' | 'url'>>;
  /** Removes what dead leases left on it; false when it cannot be reached. */
  readonly sweep: (url: string) => Promise<boolean>;
  /** How long a server without leases waits for the next run, in ms. */
  readonly idleTime: (url: string) => Promise<number>;
}
