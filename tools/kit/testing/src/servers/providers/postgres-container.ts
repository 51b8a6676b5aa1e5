import { randomBytes } from 'node:crypto';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { testSettings } from '../embedded/postgres-settings.ts';
import type { StartedServer } from '../model/server-provider.ts';
import { startWatched } from '../containers/start-watched.ts';

const data = '/var/lib/postgresql/data';

/**
 * Starts PostgreSQL in a container, with its data in memory. Testcontainers' reaper ends it if this process is
 * killed.
 */
export async function startPostgresContainer(image: string, label: string): Promise<StartedServer> {
  const settings = Object.entries(testSettings()).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { container, ended } = await startWatched(
    new PostgreSqlContainer(image)
      .withUsername('postgres')
      .withPassword(randomBytes(18).toString('base64url'))
      .withDatabase('postgres')
      // Image 18 changed its data directory. Setting it explicitly mounts the memory at the right place in every
      // version.
      .withEnvironment({ PGDATA: data, POSTGRES_INITDB_ARGS: '--no-sync' })
      .withTmpFs({ [data]: 'rw' })
      .withCommand(['postgres', ...settings]),
    { service: 'postgres', image, label },
  );
  return {
    url: container.getConnectionUri(),
    ended,
    stop: async () => {
      await container.stop({ timeout: 1 });
    },
  };
}
