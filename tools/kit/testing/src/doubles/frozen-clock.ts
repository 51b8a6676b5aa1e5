import { vi } from 'vitest';

/** When a clock that is not told otherwise stands still. */
export const standstill = new Date('2030-01-02T03:04:05.678Z');

/** Time that stands still until it is moved. */
export interface FrozenClock extends Disposable {
  now(): Date;
  /** Moves time forward and runs the timers that come due, and what awaits them. */
  advance(ms: number): Promise<void>;
  /** Sets the time without running timers. */
  set(time: Date | string | number): void;
}

/**
 * Stops time: `Date`, timers and intervals. `process.nextTick`, microtasks and `setImmediate` stay real, or nothing that does I/O
 * would ever go on. Time runs again when the clock is disposed.
 *
 * @example
 * using clock = frozenClock('2030-01-01');
 * await clock.advance(60_000);
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
