import { getContainerRuntimeClient } from 'testcontainers';
import { describe, expect, test } from 'vitest';
import { killOnce } from '../kill/kill-once.ts';

async function containersOfOurs(): Promise<string[]> {
  const client = await getContainerRuntimeClient();
  const all = await client.container.list();
  return all.filter(({ Labels }) => 'vouch.run' in Labels).map(({ Id }) => Id);
}

describe('a run on a container, when it is killed', { tags: ['docker', 'slow'] }, () => {
  test.for([
    { signal: 'SIGKILL', victim: 'group', stage: 'test' },
    { signal: 'SIGKILL', victim: 'supervisor', stage: 'test' },
  ] as const)('leaves no container: $signal to $victim', async (kill) => {
    const before = new Set(await containersOfOurs());
    const made = async () => (await containersOfOurs()).filter((id) => !before.has(id));
    const { left } = await killOnce(kill, { env: { TEST_DATABASE: 'container' } });
    expect(left).toEqual([]);
    await expect.poll(made, { timeout: 5_000 }).toEqual([]);
  });
});
