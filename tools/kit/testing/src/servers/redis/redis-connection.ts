import { createClient } from 'redis';
import { aliveWhile } from '../process/alive-while.ts';
import { explainRedis } from './explain-redis.ts';

/** A connection that does not keep the process alive and does not reconnect. */
export interface RedisConnection extends AsyncDisposable {
  readonly send: <Reply>(...command: string[]) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

export async function connectRedis(url: string, name = 'vouch', timeout = 5_000): Promise<RedisConnection> {
  const client = createClient({ url, name, socket: { connectTimeout: timeout, reconnectStrategy: false } });
  client.on('error', () => undefined);
  const problem = await client.connect().then(
    () => undefined,
    (error: unknown) => explainRedis(error, url),
  );
  if (problem) throw problem;
  const alive = aliveWhile(client);
  const close = async (): Promise<void> => {
    if (client.isOpen) await alive(() => client.close()).catch(() => undefined);
  };
  return {
    send: <Reply>(...command: string[]) => alive(() => client.sendCommand<Reply>(command)),
    close,
    [Symbol.asyncDispose]: close,
  };
}
