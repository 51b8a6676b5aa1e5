import { randomBytes } from 'node:crypto';

const name = 'vouch.run';

export function newLabel(): string {
  return randomBytes(8).toString('hex');
}

export function labels(label: string): Record<string, string> {
  return { [name]: label };
}

/**
 * Removes the container with a label, which its supervisor left when it was killed. Testcontainers' reaper does so, too,
 * but it may be switched off, and it misses containers that are made while it is on its way out.
 */
export async function removeLabelled(label: string): Promise<void> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  const client = await getContainerRuntimeClient().catch(() => undefined);
  const container = await client?.container.fetchByLabel(name, label);
  await container?.remove({ force: true, v: true });
}
