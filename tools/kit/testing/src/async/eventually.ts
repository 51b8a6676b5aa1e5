import { realPause } from './until-aborted.ts';
import { waitLimit } from './wait-limit.ts';

export interface EventuallyOptions {
  /** How long to go on trying, in milliseconds; without it, for as long as the test may take. */
  readonly timeout?: number;
  /** How long to wait between two tries, in milliseconds. */
  readonly interval?: number;
  readonly signal?: AbortSignal;
}

/**
 * Tries an assertion until it holds, and returns its value. When the time is over, fails with its last error, diff included.
 * The time is real also where a test has stopped the clock, and is stretched on a busy machine as the test's own limit is.
 *
 * @example
 * await eventually(() => expect(mailer.sent).toHaveLength(1));
 */
export async function eventually<T>(
  assertion: () => T | PromiseLike<T>,
  { timeout, interval = 10, signal }: EventuallyOptions = {},
): Promise<T> {
  const limit = waitLimit(timeout);
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted();
    try {
      return await assertion();
    } catch (error) {
      if (limit.isOver()) throw explain(error, tries, limit.description());
    }
    await realPause(interval, signal);
  }
}

function explain(error: unknown, tries: number, within: string): unknown {
  if (error instanceof Error)
    error.message = `The assertion did not hold in ${tries} tries ${within}: ${error.message}`;
  return error;
}
