import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { RedisCaches } from '@acme/cache';
import { createClient } from 'redis';
import { expect, test } from 'vitest';

test('the real client of a Redis that does not run finds nothing, keeps nothing and fails nowhere', async ({
  onTestFinished,
}) => {
  const client = createClient({ url: `redis://127.0.0.1:${await closedPort()}` });
  client.on('error', () => undefined);
  onTestFinished(() => client.destroy());
  client.connect().catch(() => undefined);
  const caches = new RedisCaches(client, { timeout: 50 });
  const cache = caches.of('one');
  await cache.set('key', 1, { tags: ['tag'] });
  await cache.invalidate('tag');
  await expect(cache.get('key')).resolves.toBeUndefined();
  await cache.delete('key');
  const { hits, degraded } = caches.statistics();
  expect(hits).toBe(0);
  expect(degraded).toBeGreaterThanOrEqual(4);
});

/** A port on which nothing listens, because its only listener has gone. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
