import { getContainerRuntimeClient, type GenericContainer } from 'testcontainers';
import type { Service } from '../model/server-record.ts';
import { explainContainer } from './explain-container.ts';
import { labels, removeLabelled } from './labelled-container.ts';

export interface ContainerOrder {
  readonly service: Service;
  readonly image: string;
  readonly label: string;
}

export interface WatchedContainer<Started> {
  readonly container: Started;
  /** Resolves when the container's program has ended. */
  readonly ended: Promise<void>;
}

type Startable<Started> = Pick<GenericContainer, 'withLabels'> & { start: () => Promise<Started> };

/**
 * Starts a container and reads its log from the first line. A container that fails to start is removed; the problem
 * contains the end of its log.
 */
export async function startWatched<Started>(
  container: Startable<Started>,
  { service, image, label }: ContainerOrder,
): Promise<WatchedContainer<Started>> {
  // Shortens the reaper's wait for a killed process to come back: the kit's processes never do.
  process.env.TESTCONTAINERS_RYUK_RECONNECTION_TIMEOUT ??= '2s';
  container.withLabels(labels(label));
  const { logTail, ended } = listenTo(container);
  const early = ended.then(() => {
    throw new Error('its program ended');
  });
  try {
    return { container: await Promise.race([container.start(), early]), ended };
  } catch (error) {
    await removeLabelled(label).catch(() => undefined);
    throw explainContainer(error, { service, image, logTail: logTail() });
  }
}

function listenTo(container: object): { logTail: () => string; ended: Promise<void> } {
  let said = '';
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const containerCreated = async (id: string): Promise<void> => {
    const { container: containers } = await getContainerRuntimeClient();
    const output = await containers.attach(containers.getById(id));
    output.on('data', (words) => (said = `${said}${String(words)}`.slice(-4_000)));
    output.once('end', resolve);
  };
  // Testcontainers calls this hook of subclasses after it creates a container and before it starts it.
  Object.assign(container, { containerCreated });
  return { logTail: () => said.trim().split('\n').slice(-10).join('\n'), ended };
}
