import type { Deadline } from './deadline.ts';

/** What a copy of this module may rely on in the limits that another one noted. */
export type RunningLimit = Pick<Deadline, 'limit' | 'isOver' | 'remaining' | 'description'>;

interface RunningLimits {
  /** The limits of the tests and hooks that run now. */
  readonly running: Set<RunningLimit>;
  /** Whether this run lifted all limits, or its level has none. */
  unlimited: boolean;
}

const slot = Symbol.for('vouch.running-limits');

/** Shared by all copies of this module: Vitest's runner notes the limits, tests wait by them. */
export function runningLimits(): RunningLimits {
  const slots = globalThis as { [slot]?: RunningLimits };
  return (slots[slot] ??= { running: new Set(), unlimited: false });
}
