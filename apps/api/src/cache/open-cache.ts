import { MemoryCaches, RedisCaches } from '@acme/cache';
import type { Caches } from '@acme/cache-contract';
import type { FastifyBaseLogger } from 'fastify';
import { createClient } from 'redis';

/** The cache of the API: a Redis that all processes share, or the memory of this process. */
export interface OpenCache {
  readonly caches: Caches;
  /** Connects in the background, and logs when Redis becomes unreachable and reachable again. */
  readonly connect: (log: FastifyBaseLogger) => void;
  readonly close: () => void;
}

export function openCache(redisUrl: string): OpenCache {
  if (redisUrl === '') return { caches: new MemoryCaches(), connect: nothing, close: nothing };
  const client = createClient({ url: redisUrl, disableOfflineQueue: true });
  let unreachable = false;
  const connect = (log: FastifyBaseLogger): void => {
    client.on('error', (error: unknown) => {
      if (!unreachable)
        log.warn({ err: error }, 'Redis is unreachable: nothing is cached until it is reachable again');
      unreachable = true;
    });
    client.on('ready', () => {
      if (unreachable) log.info('Redis is reachable again');
      unreachable = false;
    });
    client.connect().catch(nothing);
  };
  const close = (): void => {
    if (client.isOpen) client.destroy();
  };
  return { caches: new RedisCaches(client), connect, close };
}

function nothing(): void {
  // Memory needs no connection, and problems with Redis are reported by its events.
}
