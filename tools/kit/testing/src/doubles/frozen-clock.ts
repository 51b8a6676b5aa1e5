import { vi } from 'vitest';

/**
 * The time of a clock that gets no other one.
 *
 * @example
 * using clock = frozenClock();
 * expect(clock.now()).toEqual(standstill);
 */
export const standstill = new Date('2030-01-02T03:04:05.678Z');

/** A clock that stands still until it is moved. */
export interface FrozenClock extends Disposable {
  now(): Date;
  /** Advances time and runs the timers that become due, and the code that awaits them. */
  advance(ms: number): Promise<void>;
  /** Sets the time without running timers. */
  set(time: Date | string | number): void;
}

/**
 * Stops time: `Date`, timers and intervals. `process.nextTick`, microtasks and `setImmediate` stay real, because I/O
 * depends on them. Time passes again when the clock is disposed.
 *
 * @example
 * using clock = frozenClock('2030-01-01');
 * let reminded = false;
 * setTimeout(() => (reminded = true), 60_000);
 * await clock.advance(60_000);
 * expect(reminded).toBe(true);
 */
export function frozenClock(at: Date | string | number = standstill): FrozenClock {
  vi.useFakeTimers({
    now: new Date(at),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  return {
    now: () => new Date(),
    advance: async (ms) => {
      await vi.advanceTimersByTimeAsync(ms);
    },
    set: (time) => void vi.setSystemTime(new Date(time)),
    [Symbol.dispose]: () => void vi.useRealTimers(),
  };
}
