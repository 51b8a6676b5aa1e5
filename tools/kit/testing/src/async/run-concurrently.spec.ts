import { expect, test } from 'vitest';
import { runConcurrently } from './run-concurrently.ts';

test('all tasks run at the same time, and all results come back in order', async () => {
  const steps: string[] = [];
  const task = (name: string) => async () => {
    steps.push(`${name} starts`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    return name;
  };
  const outcome = await runConcurrently([task('a'), task('b'), Promise.resolve('c')]);
  expect(outcome).toEqual({ results: ['a', 'b', 'c'], errors: [], allSucceeded: true });
  expect(steps).toEqual(['a starts', 'b starts', 'a ends', 'b ends']);
});

test('failures are collected, synchronous ones too', async () => {
  const broken = () => {
    throw new Error('at once');
  };
  const outcome = await runConcurrently<number>([broken, async () => 1, Promise.reject(new Error('later'))]);
  expect(outcome.allSucceeded).toBe(false);
  expect(outcome.results).toEqual([1]);
  expect(outcome.errors.map(({ message }) => message)).toEqual(['at once', 'later']);
});

test('a signal ends the wait', async () => {
  const controller = new AbortController();
  const running = runConcurrently([new Promise(() => undefined)], { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});
