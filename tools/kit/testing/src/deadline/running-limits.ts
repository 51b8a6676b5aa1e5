import type { Deadline } from './deadline.ts';

/** The members of a limit that are stable between copies of this module. */
export type RunningLimit = Pick<Deadline, 'limit' | 'isOver' | 'remaining' | 'description'>;

interface RunningLimits {
  /** The limits of the tests and hooks that are running. */
  readonly running: Set<RunningLimit>;
  /** True if the run has no limits, or its level has none. */
  unlimited: boolean;
}

const slot = Symbol.for('vouch.running-limits');

/**
 * Returns the limits, which all copies of this module share: Vitest's runner registers them, and waits use them.
 *
 * @example
 * const limit = new Deadline(10_000);
 * const { running } = runningLimits();
 * running.add(limit);
 * running.delete(limit);
 */
export function runningLimits(): RunningLimits {
  const slots = globalThis as { [slot]?: RunningLimits };
  return (slots[slot] ??= { running: new Set(), unlimited: false });
}
