import type { MatcherState } from 'vitest';
import { expectation, type Expectation } from './expectation.ts';

/** A point in time, as a date, JSON or a number. */
export type PointInTime = Date | string | number;

/** Passes if two points in time differ by at most a tolerance, which is one second by default. */
export function toBeCloseInTime(
  this: MatcherState,
  received: unknown,
  expected: PointInTime,
  toleranceMs = 1_000,
): Expectation {
  const [actual, wanted] = [toTime(received), toTime(expected)];
  const apart = Math.abs(actual - wanted);
  const shown = (time: number, given: unknown) =>
    Number.isNaN(time) ? `${this.utils.stringify(given)} (no point in time)` : new Date(time).toISOString();
  return expectation(
    apart <= toleranceMs,
    () =>
      `expected ${shown(actual, received)} to be within ${toleranceMs} ms of ${shown(wanted, expected)}` +
      (Number.isNaN(apart) ? '' : `; it is ${apart} ms ${actual > wanted ? 'later' : 'earlier'}`),
    () =>
      `expected ${shown(actual, received)} to be more than ${toleranceMs} ms from ${shown(wanted, expected)}; it is ${apart} ms`,
  );
}

function toTime(value: unknown): number {
  return value instanceof Date || typeof value === 'string' || typeof value === 'number'
    ? new Date(value).getTime()
    : Number.NaN;
}
