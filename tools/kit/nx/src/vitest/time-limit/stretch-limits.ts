import { setTimeout } from 'node:timers';
import { Deadline, runningLimits, shortestPause } from '@vouch/testing/deadline';
import type { TestRunner } from 'vitest';
import { busyMachine } from './explain-timeouts.ts';

/** The operations that a timed-out test was waiting for. */
type Awaited = { readonly name: string }[];

/** Vitest's record of the limit of a running test or hook. */
export interface PlainLimit {
  readonly startTime: number;
  readonly endTime: number;
  timer: NodeJS.Timeout;
  /** Called when the time is over. The test fails when the promise resolves, or at once without one. */
  settle: () => Promise<Awaited> | undefined;
  /** Called when a test has ended, which may have delayed the timer. */
  exceeded: () => boolean;
  /** Called when a test has ended. */
  clear: () => void;
}

/**
 * Makes the limits of tests and hooks count only time in which they could run. Vitest gives its runner each limit
 * before it calls the test, so that browser commands can derive theirs; this changes the limit there.
 */
export function stretchLimits(runner: TestRunner): void {
  let current: PlainLimit | undefined;
  runningLimits().unlimited = runner.config.testTimeout === 0;
  Object.defineProperty(runner, '_deadline', {
    get: () => current,
    set(limit: PlainLimit | undefined) {
      current = limit;
      // The surrounding limit returns when the test has ended.
      if (limit && !Object.hasOwn(limit, 'settle')) stretch(limit);
    },
  });
}

export function stretch(plain: PlainLimit, deadline = new Deadline(plain.endTime - plain.startTime)): void {
  const { settle, exceeded, clear } = plain;
  const { running } = runningLimits();
  running.add(deadline);
  plain.settle = () => {
    const left = deadline.remaining();
    if (left > 0) return askAgain(plain, left);
    running.delete(deadline);
    const pending = settle.call(plain);
    return deadline.isStretched ? withReason(pending, deadline) : pending;
  };
  plain.exceeded = () => exceeded.call(plain) && deadline.isOver();
  plain.clear = () => {
    running.delete(deadline);
    clear.call(plain);
  };
}

/** Asks again later. Vitest clears the timer if the test ends first. */
function askAgain(plain: PlainLimit, left: number): Promise<Awaited> {
  return new Promise((resolve) => {
    plain.timer = setTimeout(() => resolve(plain.settle() ?? []), Math.max(left, shortestPause)).unref();
  });
}

async function withReason(
  pending: Promise<Awaited> | undefined,
  { description }: Deadline,
): Promise<Awaited> {
  return [...((await pending) ?? []), { name: busyMachine + description }];
}
