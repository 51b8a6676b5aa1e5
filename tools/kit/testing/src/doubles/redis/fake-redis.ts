import { Channels, type ChannelListener } from './channels.ts';
import { type Commands, commands, runCommand, unknownCommand } from './commands.ts';
import { type FakeMulti, multiOf } from './fake-multi.ts';
import type { ScanOptions } from './key-commands.ts';
import { Keyspace } from './keyspace.ts';

/** Buffers are returned as strings. */
type Reply<R> = R extends Buffer
  ? string
  : R extends readonly (infer E)[]
    ? Reply<E>[]
    : R extends Record<string, Buffer>
      ? Record<string, string>
      : R;

type Command<F> = F extends (db: Keyspace, ...args: infer A) => infer R
  ? (...args: A) => Promise<Reply<R>>
  : never;
interface ClientMembers extends AsyncDisposable {
  readonly isOpen: boolean;
  readonly isReady: boolean;
  connect(): Promise<FakeRedis>;
  close(): Promise<void>;
  destroy(): void;
  /** Returns another client of the same server. */
  duplicate(): FakeRedis;
  multi(): FakeMulti;
  scanIterator(options?: ScanOptions): AsyncGenerator<string[], void>;
  publish(channel: string, message: string): Promise<number>;
  subscribe(channels: string | readonly string[], listener: ChannelListener): Promise<void>;
  unsubscribe(channels?: string | readonly string[]): Promise<void>;
  pSubscribe(patterns: string | readonly string[], listener: ChannelListener): Promise<void>;
  pUnsubscribe(patterns?: string | readonly string[]): Promise<void>;
  on(event: string, listener: (...args: never[]) => unknown): FakeRedis;
  off(event: string, listener: (...args: never[]) => unknown): FakeRedis;
  /** Returns a view of this client that returns buffers instead of strings, for values that are not text. */
  withTypeMapping(mapping: Readonly<Record<number, unknown>>): FakeRedis;
}

/** A client of an in-memory Redis, with the names and replies of node-redis. */
export type FakeRedis = { [K in keyof Commands]: Command<Commands[K]> } & ClientMembers;

/** The server that a client and its duplicates share. */
interface Server {
  readonly db: Keyspace;
  readonly channels: Channels;
}

/**
 * Creates a Redis in this process, for unit tests: strings, hashes, sets, expiry, SCAN, MULTI and publish/subscribe.
 * Keys expire by `Date`, so a frozen clock controls them. A missing command throws; use the fixture `redis` for it.
 *
 * @example
 * const redis = fakeRedis();
 * await redis.set('greeting', 'hello', { EX: 60 });
 * expect(await redis.ttl('greeting')).toBe(60);
 */
export function fakeRedis(): FakeRedis {
  return clientOf({ db: new Keyspace(), channels: new Channels() }, { isOpen: true }, false);
}

const blobString = 36;

function clientOf(server: Server, state: { isOpen: boolean }, asBuffers: boolean): FakeRedis {
  const run = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    if (!state.isOpen) throw new Error('The client is closed');
    return runCommand(server.db, name, args, asBuffers);
  };
  const own = connectionMembers(server, state, asBuffers);
  return new Proxy(own as unknown as FakeRedis, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === 'then')
        return Reflect.get(target, name) as unknown;
      if (name in commands) return (...args: unknown[]) => run(name, args);
      if (name in Object.prototype || name === 'toJSON' || name === 'asymmetricMatch') return undefined;
      throw unknownCommand(name);
    },
  });
}

function connectionMembers(server: Server, state: { isOpen: boolean }, asBuffers: boolean): ClientMembers {
  const { db, channels } = server;
  const members: ClientMembers = {
    get isOpen() {
      return state.isOpen;
    },
    get isReady() {
      return state.isOpen;
    },
    async connect() {
      state.isOpen = true;
      return this as FakeRedis;
    },
    close: async () => members.destroy(),
    destroy() {
      state.isOpen = false;
      channels.remove(state);
    },
    duplicate: () => clientOf(server, { isOpen: true }, asBuffers),
    multi: () => multiOf(db, asBuffers),
    async *scanIterator(options) {
      let cursor = '0';
      do {
        const page = commands.scan(db, cursor, options);
        yield page.keys;
        ({ cursor } = page);
      } while (cursor !== '0');
    },
    ...messaging(channels, state),
    on() {
      return this as FakeRedis;
    },
    off() {
      return this as FakeRedis;
    },
    withTypeMapping: (mapping) => clientOf(server, state, mapping[blobString] === Buffer),
    [Symbol.asyncDispose]: async () => members.destroy(),
  };
  return members;
}

type Messaging = Pick<ClientMembers, 'publish' | 'subscribe' | 'unsubscribe' | 'pSubscribe' | 'pUnsubscribe'>;

function messaging(channels: Channels, owner: object): Messaging {
  const add = async (patterns: string | readonly string[], listener: ChannelListener, isGlob: boolean) => {
    for (const pattern of [patterns].flat()) channels.add({ owner, pattern, isGlob, listener });
  };
  const remove = async (patterns: string | readonly string[] | undefined, isGlob: boolean) =>
    channels.remove(owner, patterns === undefined ? undefined : [patterns].flat(), isGlob);
  return {
    publish: async (channel, message) => channels.publish(channel, message),
    subscribe: (names, listener) => add(names, listener, false),
    unsubscribe: (names) => remove(names, false),
    pSubscribe: (patterns, listener) => add(patterns, listener, true),
    pUnsubscribe: (patterns) => remove(patterns, true),
  };
}
