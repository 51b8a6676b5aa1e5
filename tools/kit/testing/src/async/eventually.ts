import { realPause } from './until-aborted.ts';
import { waitLimit } from './wait-limit.ts';

export interface EventuallyOptions {
  /** How long to try, in milliseconds. The default is the time limit of the test. */
  readonly timeout?: number;
  /** How long to wait between two attempts, in milliseconds. */
  readonly interval?: number;
  readonly signal?: AbortSignal;
}

/**
 * Repeats an assertion until it passes, and returns its value. After the timeout it fails with the last error,
 * including its diff. It uses real time even if the test has stopped the clock, and waits longer on a busy machine,
 * like the test's own limit.
 *
 * @example
 * const mailer = new RecordingMailer();
 * setTimeout(() => mailer.send({ to: 'a@example.test' }), 5);
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
    error.message = `The assertion did not pass in ${tries} attempts ${within}: ${error.message}`;
  return error;
}
