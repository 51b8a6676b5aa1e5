/** Tries after which a delivery is given up: with the waits below, half a day in all. */
export const maxTries = 8;

const first = 5_000;
const factor = 5;
const longest = 6 * 60 * 60 * 1000;

/**
 * Milliseconds to wait after a number of tries: each time five times as long, and at random between half and all of
 * it, so that what failed together is not tried together again.
 */
export function waitBeforeRetry(tries: number, random: () => number = Math.random): number {
  const full = Math.min(longest, first * factor ** (tries - 1));
  return Math.round(full * (0.5 + random() / 2));
}
