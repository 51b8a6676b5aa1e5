import { MemoryCaches, RedisCaches } from '@acme/cache';
import type { Caches } from '@acme/cache-contract';
import type { FastifyBaseLogger } from 'fastify';
import { createClient } from 'redis';

/** Where answers are kept for a while: in a Redis that all API processes share, or in this process where there is none. */
export interface OpenCache {
  readonly caches: Caches;
  /** Connects, and tells the log when Redis goes away and comes back. Nobody waits for it. */
  readonly connect: (log: FastifyBaseLogger) => void;
  readonly close: () => void;
}

export function openCache(redisUrl: string): OpenCache {
  if (redisUrl === '') return { caches: new MemoryCaches(), connect: nothing, close: nothing };
  const client = createClient({ url: redisUrl, disableOfflineQueue: true });
  let away = false;
  const connect = (log: FastifyBaseLogger): void => {
    client.on('error', (error: unknown) => {
      if (!away) log.warn({ err: error }, 'Redis is away: nothing is cached until it is back');
      away = true;
    });
    client.on('ready', () => {
      if (away) log.info('Redis is back');
      away = false;
    });
    client.connect().catch(nothing);
  };
  const close = (): void => {
    if (client.isOpen) client.destroy();
  };
  return { caches: new RedisCaches(client), connect, close };
}

function nothing(): void {
  // In memory there is nothing to connect and nothing to close; what goes wrong with Redis is told by its events.
}
