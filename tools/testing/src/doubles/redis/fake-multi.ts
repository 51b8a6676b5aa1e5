import { type Commands, commands, runCommand, unknownCommand } from './commands.ts';
import type { Keyspace } from './keyspace.ts';

type Queued<F> = F extends (db: Keyspace, ...args: infer A) => unknown ? (...args: A) => FakeMulti : never;

/** Commands that are run together, and without others in between, by `exec`. */
export type FakeMulti = { [K in keyof Commands]: Queued<Commands[K]> } & {
  exec(): Promise<unknown[]>;
  discard(): void;
};

/** Like Redis, goes on after a command that fails, and then rejects. */
export function multiOf(db: Keyspace, asBuffers: boolean): FakeMulti {
  const queue: { name: string; args: unknown[] }[] = [];
  const exec = async () => {
    const replies = queue
      .splice(0)
      .map(({ name, args }) => attempt(() => runCommand(db, name, args, asBuffers)));
    const errors = replies.filter((reply) => reply instanceof Error);
    if (errors.length > 0)
      throw Object.assign(new AggregateError(errors, `${errors.length} commands failed`), { replies });
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
