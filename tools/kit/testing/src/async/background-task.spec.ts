import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backgroundTask } from './background-task.ts';

test('it runs until the end of the scope', async () => {
  const steps: string[] = [];
  {
    await using task = backgroundTask(async (signal) => {
      while (!signal.aborted) {
        steps.push('step');
        await delay(1, undefined, { signal });
      }
    });
    await delay(3);
    expect(task.isRunning).toBe(true);
    steps.push('end of scope');
  }
  expect(steps.at(0)).toBe('step');
  expect(steps.at(-1)).toBe('end of scope');
});

test('its result can be waited for', async () => {
  await using task = backgroundTask(async () => 'result');
  expect(await task.done).toBe('result');
  expect(task.isRunning).toBe(false);
});

test('its failure is reported when it is stopped', async () => {
  const task = backgroundTask(() => Promise.reject(new Error('broken')));
  await delay(1);
  await expect(task.stop()).rejects.toThrow('broken');
});

test('an outer signal stops it as well', async () => {
  const controller = new AbortController();
  const task = backgroundTask((signal) => delay(5_000, 'late', { signal }), { signal: controller.signal });
  controller.abort();
  expect(await task.done).toBeUndefined();
});
