import { randomBytes } from 'node:crypto';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { testSettings } from '../embedded/settings.ts';
import { explainContainer } from './explain-container.ts';
import { labels } from './labelled-container.ts';
import type { StartedServer } from '../supervisor/provider.ts';

const data = '/var/lib/postgresql/data';

/** PostgreSQL in a container, in memory; Testcontainers' reaper ends it when this process is killed. */
export async function startContainer(image: string, label: string): Promise<StartedServer> {
  // how long the reaper waits for a killed process to come back: ours never does
  process.env.TESTCONTAINERS_RYUK_RECONNECTION_TIMEOUT ??= '2s';
  const settings = Object.entries(testSettings()).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const container = await new PostgreSqlContainer(image)
    .withUsername('postgres')
    .withPassword(randomBytes(18).toString('base64url'))
    .withDatabase('postgres')
    // image 18 moved its data: say where, so that the memory is mounted there in every version
    .withEnvironment({ PGDATA: data, POSTGRES_INITDB_ARGS: '--no-sync' })
    .withTmpFs({ [data]: 'rw' })
    .withLabels(labels(label))
    .withCommand(['postgres', ...settings])
    .start()
    .catch((error: unknown) => {
      throw explainContainer(error, image);
    });
  return {
    url: container.getConnectionUri(),
    ended: new Promise(() => undefined),
    stop: async () => {
      await container.stop({ timeout: 1 });
    },
  };
}
