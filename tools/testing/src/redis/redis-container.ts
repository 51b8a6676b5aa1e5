import { randomBytes } from 'node:crypto';
import { RedisContainer } from '@testcontainers/redis';
import { explainContainer } from '../database/rungs/explain-container.ts';
import { labels } from '../database/rungs/labelled-container.ts';
import type { StartedServer } from '../database/supervisor/provider.ts';

/** Redis in a container; Testcontainers' reaper ends it when this process is killed. */
export async function startRedisContainer(image: string, label: string): Promise<StartedServer> {
  process.env.TESTCONTAINERS_RYUK_RECONNECTION_TIMEOUT ??= '2s';
  const container = await new RedisContainer(image)
    .withPassword(randomBytes(18).toString('base64url'))
    .withLabels(labels(label))
    .start()
    .catch((error: unknown) => {
      throw explainContainer(error, image);
    });
  return {
    url: container.getConnectionUrl(),
    ended: new Promise(() => undefined),
    stop: async () => {
      await container.stop({ timeout: 1 });
    },
  };
}
