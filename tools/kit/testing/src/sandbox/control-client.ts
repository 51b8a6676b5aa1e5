import { SandboxError } from './sandbox-error.ts';

/** Stops the statement that is running on the connection of the test. */
export type CancelStatement = (pid: number) => Promise<void>;

/**
 * The class that Kysely takes a second connection from, to abort a statement that runs on the first. Here it asks the
 * kit to do that, because a sandbox accepts no other connection.
 */
export function controlClientClass(cancel: CancelStatement): new () => ControlClient {
  return class implements ControlClient {
    async connect(): Promise<void> {
      // There is nothing to connect to: the kit has a connection for this.
    }

    async query(sql: string): Promise<void> {
      const pid = /pg_cancel_backend\((\d+)\)/.exec(sql)?.[1];
      if (pid === undefined) throw new SandboxError(killing);
      await cancel(Number(pid));
    }

    async end(): Promise<void> {
      // See connect().
    }
  };
}

interface ControlClient {
  connect(): Promise<void>;
  query(sql: string): Promise<void>;
  end(): Promise<void>;
}

const killing =
  'A sandboxed test cannot have its session killed: everything it did would be gone. Abort with the strategy "cancel query", or ask for the fixture `committedDb`.';
