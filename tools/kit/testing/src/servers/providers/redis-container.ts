import { randomBytes } from 'node:crypto';
import { RedisContainer } from '@testcontainers/redis';
import { startWatched } from '../containers/start-watched.ts';
import type { StartedServer } from '../model/server-provider.ts';

/** Starts Redis in a container. Testcontainers' reaper ends it if this process is killed. */
export async function startRedisContainer(image: string, label: string): Promise<StartedServer> {
  const { container, ended } = await startWatched(
    new RedisContainer(image).withPassword(randomBytes(18).toString('base64url')),
    { service: 'redis', image, label },
  );
  return {
    url: container.getConnectionUrl(),
    ended,
    stop: async () => {
      await container.stop({ timeout: 1 });
    },
  };
}
