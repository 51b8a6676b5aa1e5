import type pg from 'pg';
import type { PinnedClient } from './database/pinned-client.ts';
import type { SandboxTarget } from './database/target.ts';
import type { LeasedClient } from './leased-client.ts';
import type { SandboxError } from './sandbox-error.ts';
import type { StartupSettings } from './session-settings.ts';

/** The part of a sandbox that its pools and its database use. */
export interface OpenSandbox {
  readonly testName: string;
  readonly closed: boolean;
  lease(pool: SandboxedPool): Promise<LeasedClient>;
  runAsAdmin(sql: string, values: readonly unknown[]): Promise<pg.QueryResult>;
  cancel(pid: number): Promise<void>;
  blame(error: SandboxError): void;
}

/** The part of a pool that a sandbox uses. */
export interface SandboxedPool {
  readonly pool: pg.Pool;
  /** The settings that the pool gives its connections when it opens them. */
  readonly startup: StartupSettings;
  add(sandbox: OpenSandbox): void;
  remove(sandbox: OpenSandbox): void;
}

/** The part of a sandboxed database that a sandbox uses. */
export interface ConnectionLender {
  readonly target: SandboxTarget;
  lend(): Promise<PinnedClient>;
  takeBack(pinned: PinnedClient): Promise<void>;
  /** Calls a PostgreSQL function with the process id of a connection, from another connection. */
  signal(call: string, pid: number): Promise<void>;
  forget(sandbox: OpenSandbox): void;
}
