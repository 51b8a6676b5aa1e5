import { describe, expect, test } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { killOnce } from '../../../proof/kill/kill-once.ts';
import { labelledContainers } from '../containers/labelled-container.ts';

describe('a killed run on a container', () => {
  test.for([
    { signal: 'SIGKILL', victim: 'group', stage: 'test' },
    { signal: 'SIGKILL', victim: 'supervisor', stage: 'test' },
  ] as const)('leaves no container: $signal to $victim', async (kill) => {
    const before = new Set(await labelledContainers());
    const made = async () => (await labelledContainers()).filter((id) => !before.has(id));
    const { left } = await killOnce(kill, { env: { TEST_DATABASE: 'container' } });
    expect(left).toEqual([]);
    await eventually(async () => expect(await made()).toEqual([]));
  });
});
