import { Deadline } from '../deadline/deadline.ts';
import { type RunningLimit, runningLimits } from '../deadline/running-limits.ts';

/** The limit of a wait. */
export interface WaitLimit {
  readonly isOver: () => boolean;
  /** For the end of a message: `within 5 s`. */
  readonly description: () => string;
}

/**
 * The share of a test's limit that remains after a wait, so that the wait fails before the test, with a better
 * message.
 */
const margin = 0.1;
/** The limit of a wait outside of tests, in milliseconds. */
const elsewhere = 30_000;

/** Returns the limit of a wait: the given time, or the limit of the running test. */
export function waitLimit(timeout?: number): WaitLimit {
  const { running, unlimited } = runningLimits();
  if (timeout === undefined && running.size > 0) return limitOfTest([...running]);
  if (timeout === undefined && unlimited)
    return { isOver: () => false, description: () => 'without a limit' };
  const deadline = new Deadline(timeout ?? elsewhere);
  return { isOver: () => deadline.isOver(), description: () => `within ${deadline.description}` };
}

/**
 * Returns the latest limit: concurrent tests cannot be distinguished, and a wait that is too long fails no test that
 * would pass.
 */
function limitOfTest(limits: readonly RunningLimit[]): WaitLimit {
  const last = limits.reduce((one, other) => (other.remaining() > one.remaining() ? other : one));
  return {
    isOver: () => last.isOver(last.limit * margin),
    description: () => `within the test’s limit of ${last.description}`,
  };
}
