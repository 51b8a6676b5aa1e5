import { Deadline } from '../deadline/deadline.ts';
import { type RunningLimit, runningLimits } from '../deadline/running-limits.ts';

/** Bounds a wait. */
export interface WaitLimit {
  readonly isOver: () => boolean;
  /** For the end of a message: `within 5 s`. */
  readonly description: () => string;
}

/** The share of a test's limit that a wait leaves it, so that the wait fails first and says what it waited for. */
const margin = 0.1;
/** Bounds a wait outside of tests. */
const elsewhere = 30_000;

/** The limit of a wait: the time given, else the limit of the test that waits. */
export function waitLimit(timeout?: number): WaitLimit {
  const { running, unlimited } = runningLimits();
  if (timeout === undefined && running.size > 0) return limitOfTest([...running]);
  if (timeout === undefined && unlimited)
    return { isOver: () => false, description: () => 'without a limit' };
  const deadline = new Deadline(timeout ?? elsewhere);
  return { isOver: () => deadline.isOver(), description: () => `within ${deadline.description}` };
}

/** Tests that run at the same time cannot be told apart, so the last limit counts: too long a wait fails no test that would pass. */
function limitOfTest(limits: readonly RunningLimit[]): WaitLimit {
  const last = limits.reduce((one, other) => (other.remaining() > one.remaining() ? other : one));
  return {
    isOver: () => last.isOver(last.limit * margin),
    description: () => `within the test’s limit of ${last.description}`,
  };
}
