import { type Commands, commands, runCommand, unknownCommand } from './commands.ts';
import type { Keyspace } from './keyspace.ts';

type Queued<F> = F extends (db: Keyspace, ...args: infer A) => unknown ? (...args: A) => FakeMulti : never;

/** Commands that `exec` runs together, without other commands in between. */
export type FakeMulti = { [K in keyof Commands]: Queued<Commands[K]> } & {
  exec(): Promise<unknown[]>;
  discard(): void;
};

/** The error of node-redis. The other commands of the transaction were executed. */
class MultiErrorReply extends Error {
  readonly replies: readonly unknown[];
  readonly errorIndexes: readonly number[];

  constructor(replies: readonly unknown[], errorIndexes: readonly number[]) {
    super(`${errorIndexes.length} commands failed, see .replies and .errorIndexes for more information`);
    this.replies = replies;
    this.errorIndexes = errorIndexes;
  }
}

/** Queues commands. Like Redis, continues after a failing command and then rejects. */
export function multiOf(db: Keyspace, asBuffers: boolean): FakeMulti {
  const queue: { name: string; args: unknown[] }[] = [];
  const exec = async () => {
    const replies = queue
      .splice(0)
      .map(({ name, args }) => attempt(() => runCommand(db, name, args, asBuffers)));
    const errorIndexes = replies.flatMap((reply, index) => (reply instanceof Error ? [index] : []));
    if (errorIndexes.length > 0) throw new MultiErrorReply(replies, errorIndexes);
    return replies;
  };
  const own = { exec, execAsPipeline: exec, discard: () => void queue.splice(0) };
  return new Proxy(own as unknown as FakeMulti, {
    get(target, name, self: FakeMulti) {
      if (typeof name === 'symbol' || name in target || name === 'then')
        return Reflect.get(target, name) as unknown;
      if (!(name in commands)) throw unknownCommand(name);
      return (...args: unknown[]) => {
        queue.push({ name, args });
        return self;
      };
    },
  });
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
