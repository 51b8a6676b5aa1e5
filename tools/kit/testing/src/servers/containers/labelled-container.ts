import { randomBytes } from 'node:crypto';

const name = 'vouch.run';

export function newLabel(): string {
  return randomBytes(8).toString('hex');
}

export function labels(label: string): Record<string, string> {
  return { [name]: label };
}

/** Returns the ids of the kit's containers, including stopped ones, which Testcontainers' own lookup leaves out. */
export async function labelledContainers(label?: string): Promise<string[]> {
  const { container: containers } = await containerRuntime();
  const filters = { label: [label === undefined ? name : `${name}=${label}`] };
  const found = await containers.dockerode.listContainers({ all: true, filters });
  return found.map(({ Id }) => Id);
}

/**
 * Removes the container with a label after its supervisor was killed. Testcontainers' reaper does the same, but it
 * can be disabled, and it misses containers that are created while it is shutting down.
 */
export async function removeLabelled(label: string): Promise<void> {
  const client = await containerRuntime().catch(() => undefined);
  if (!client) return;
  const ids = await labelledContainers(label);
  await Promise.all(ids.map((id) => client.container.getById(id).remove({ force: true, v: true })));
}

async function containerRuntime() {
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient();
}
