import { SandboxError } from './sandbox-error.ts';

/** Cancels the running statement of the test's connection. */
export type CancelStatement = (pid: number) => Promise<void>;

/**
 * Returns the class from which Kysely takes a second connection to abort a statement. This one cancels through the
 * kit, because a sandbox accepts no other connection.
 */
export function controlClientClass(cancel: CancelStatement): new () => ControlClient {
  return class implements ControlClient {
    async connect(): Promise<void> {
      // Does nothing: the kit has a connection for this.
    }

    async query(sql: string): Promise<void> {
      const pid = /pg_cancel_backend\((\d+)\)/.exec(sql)?.[1];
      if (pid === undefined) throw new SandboxError(killing);
      await cancel(Number(pid));
    }

    async end(): Promise<void> {
      // Does nothing, like connect().
    }
  };
}

interface ControlClient {
  connect(): Promise<void>;
  query(sql: string): Promise<void>;
  end(): Promise<void>;
}

const killing =
  'A sandboxed test cannot kill its session, because that would lose all its changes. Abort with the strategy "cancel query", or use the fixture `committedDb`.';
