import { Deadline, runningLimits } from '@vouch/testing/deadline';
import { expect, onTestFinished, type RunnerTask, test, vi } from 'vitest';
import { explainTimeouts } from './explain-timeouts.ts';
import { type PlainLimit, stretch } from './stretch-limits.ts';

/** A limit as Vitest creates it, on a machine with the given CPU pressure. */
function limitOn(pressure: number) {
  const load = { at: 0, ran: 0, queued: 0, pressure: [0] };
  const machine = {
    time: () => load.at,
    recentLoad: () => structuredClone(load),
    presentLoad: () => structuredClone(load),
  };
  const cleared = vi.fn();
  const timer = setTimeout(() => undefined);
  clearTimeout(timer);
  const plain: PlainLimit = {
    ...{ startTime: 0, endTime: 1_000 },
    timer,
    settle: () => undefined,
    exceeded: () => load.at >= 1_000,
    clear: () => {
      clearTimeout(plain.timer);
      cleared();
    },
  };
  onTestFinished(() => clearTimeout(plain.timer));
  const pass = (ms: number): void => {
    load.at += ms;
    load.pressure = [(load.pressure[0] ?? 0) + pressure * ms];
  };
  stretch(plain, new Deadline(1_000, machine));
  return { plain, pass, cleared };
}

test('on an idle machine Vitest’s limit applies', () => {
  const { plain, pass } = limitOn(0);
  pass(1_000);
  expect([plain.settle(), plain.exceeded()]).toEqual([undefined, true]);
});

const reason = '1 s, stretched to 2 s because the machine was busy (CPU pressure 50 %)';

test('on a busy machine the test continues until it has had its time', async () => {
  const { plain, pass } = limitOn(0.5);
  pass(1_980);
  const struck = plain.settle();
  expect(plain.exceeded()).toBe(false);
  pass(20);
  expect(plain.exceeded()).toBe(true);
  await expect(struck).resolves.toEqual([{ name: `a busy machine: ${reason}` }]);
});

test('a test that ends early ends its limit', () => {
  const { plain, pass, cleared } = limitOn(0.5);
  const { running } = runningLimits();
  const others = running.size - 1;
  pass(1_980);
  void plain.settle();
  plain.clear();
  expect([cleared.mock.calls.length, running.size]).toEqual([1, others]);
});

test('the message names the limit, its extension and the reason, for tests and hooks', () => {
  const waiting = `while waiting for a busy machine: ${reason}`;
  const message = (what: string) =>
    `${what} timed out in 1000ms ${waiting}.\nIf this is a long-running test, …`;
  const errors = [
    { message: message('Test'), stack: `Error: ${message('Test')}\n    at x` },
    { message: message('Hook') },
  ];
  explainTimeouts({ result: { state: 'fail', errors } } as unknown as RunnerTask);
  expect(errors.map(({ message }) => message.split('\n')[0])).toEqual([
    'Test timed out: 1 s limit, stretched to 2 s because the machine was busy (CPU pressure 50 %).',
    'Hook timed out: 1 s limit, stretched to 2 s because the machine was busy (CPU pressure 50 %).',
  ]);
  expect(errors[0]?.stack).toMatch(/^Error: Test timed out: 1 s limit, stretched/);
});
