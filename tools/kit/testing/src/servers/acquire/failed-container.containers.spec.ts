import { GenericContainer } from 'testcontainers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { acquireRedis } from './acquire-redis.ts';
import { acquireServer } from './acquire-server.ts';
import { labelledContainers, newLabel } from '../containers/labelled-container.ts';
import { startWatched } from '../containers/start-watched.ts';

/** The environment names images where no registry is available. */
const { TEST_POSTGRES_IMAGE = 'postgres:18-alpine', TEST_REDIS_IMAGE = 'redis:7-alpine' } = process.env;

function logTail(words: string): string {
  return expect.stringMatching(
    new RegExp(`did not start: its program ended\\.\nThe end of its log:\n( {2}│ .*\n)*.*${words}`),
  ) as string;
}

describe('a container whose server cannot start', () => {
  test('of PostgreSQL: the problem contains the end of its log', async () => {
    const env = { ...process.env, TEST_DATABASE: 'container', TEST_POSTGRES_IMAGE: TEST_REDIS_IMAGE };
    await expect(acquireServer(env)).rejects.toMatchObject({
      code: 'container-failed',
      what: logTail('postgres: not found'),
      fix: expect.stringContaining('TEST_POSTGRES_IMAGE') as string,
    });
  });

  test('of Redis: the problem contains the end of its log', async () => {
    const env = { ...process.env, TEST_REDIS: 'container', TEST_REDIS_IMAGE: TEST_POSTGRES_IMAGE };
    await expect(acquireRedis(env)).rejects.toMatchObject({
      code: 'container-failed',
      what: logTail('redis-server: not found'),
      fix: expect.stringContaining('TEST_REDIS_IMAGE') as string,
    });
  });

  test('after a while: the problem contains only the end of its log, and the container is removed', async () => {
    vi.stubEnv('TESTCONTAINERS_RYUK_RECONNECTION_TIMEOUT', '2s');
    onTestFinished(() => void vi.unstubAllEnvs());
    const program = 'for i in $(seq 30); do echo "step $i"; done; sleep 1; echo "out of luck"; exit 3';
    const container = new GenericContainer(TEST_REDIS_IMAGE)
      .withEntrypoint(['sh', '-c', program])
      .withExposedPorts(6379);
    const label = newLabel();
    const order = { service: 'redis', image: TEST_REDIS_IMAGE, label } as const;
    await expect(startWatched(container, order)).rejects.toMatchObject({
      what: logTail('out of luck$'),
      message: expect.not.stringContaining('step 20') as string,
    });
    expect(await labelledContainers(label)).toEqual([]);
  });
});
