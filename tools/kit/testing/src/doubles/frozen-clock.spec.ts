import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { frozenClock, standstill } from './frozen-clock.ts';

test('time does not pass', async () => {
  using clock = frozenClock();
  await new Promise((resolve) => setImmediate(resolve));
  expect(Date.now()).toBe(standstill.getTime());
  expect(clock.now()).toEqual(standstill);
});

test('it advances on request, and runs due timers', async () => {
  using clock = frozenClock('2030-01-01T00:00:00Z');
  const due = vi.fn();
  setTimeout(due, 60_000);
  const interval = setInterval(due, 25_000);
  await clock.advance(60_000);
  clearInterval(interval);
  expect(due).toHaveBeenCalledTimes(3);
  expect(clock.now().toISOString()).toBe('2030-01-01T00:01:00.000Z');
  clock.set('2031-01-01');
  expect(new Date().getFullYear()).toBe(2031);
});

test('ticks, microtasks and immediates stay real', async () => {
  using _clock = frozenClock();
  await new Promise((resolve) => process.nextTick(resolve));
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  await new Promise((resolve) => setImmediate(resolve));
  expect(vi.isFakeTimers()).toBe(true);
});

test('time passes again afterwards', async () => {
  frozenClock()[Symbol.dispose]();
  const before = Date.now();
  await delay(2);
  expect(Date.now()).toBeGreaterThan(before);
  expect(vi.isFakeTimers()).toBe(false);
});
