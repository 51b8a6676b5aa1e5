import { expect, test } from 'vitest';
import { frozenClock } from '../doubles/frozen-clock.ts';
import { latencyOf, simulateRequests } from './simulate-requests.ts';

test('every request is made once, and no more than allowed at a time', async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  const simulation = await simulateRequests(
    async (index) => {
      seen.push(index);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return index * 2;
    },
    { count: 10, concurrency: 3 },
  );
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(3);
  expect(simulation.results).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect(simulation.allSucceeded).toBe(true);
  expect(simulation.latency.max).toBeGreaterThanOrEqual(simulation.latency.p50);
});

test('failures are counted, and do not stop other requests', async () => {
  const simulation = await simulateRequests(
    (index) => (index === 1 ? Promise.reject(new Error('one')) : index),
    { count: 3 },
  );
  expect(simulation).toMatchObject({ results: [0, 2], errors: [{ message: 'one' }], allSucceeded: false });
});

test('requests start one after the other, with the delay between them', async () => {
  using clock = frozenClock();
  const starts: number[] = [];
  const from = Date.now();
  const simulating = simulateRequests(() => starts.push(Date.now() - from), { count: 4, delayBetween: 50 });
  await clock.advance(150);
  await simulating;
  expect(starts).toEqual([0, 50, 100, 150]);
});

test('a signal ends it', async () => {
  const controller = new AbortController();
  const simulating = simulateRequests(() => controller.abort(new Error('enough')), {
    count: 3,
    concurrency: 1,
    signal: controller.signal,
  });
  await expect(simulating).rejects.toThrow('enough');
});

test('percentiles use the nearest rank', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(latencyOf(samples)).toEqual({ min: 1, mean: 50.5, p50: 50, p95: 95, p99: 99, max: 100 });
  expect(latencyOf([7])).toEqual({ min: 7, mean: 7, p50: 7, p95: 7, p99: 7, max: 7 });
});
