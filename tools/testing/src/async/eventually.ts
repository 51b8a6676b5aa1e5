import { pause } from './until-aborted.ts';

export interface EventuallyOptions {
  /** How long to go on trying, in milliseconds. */
  readonly timeout?: number;
  /** How long to wait between two tries. */
  readonly interval?: number;
  readonly signal?: AbortSignal;
}

/**
 * Tries an assertion until it holds, and answers with what it returns. When time is over, fails with its last error: the diff is
 * that of the assertion. Waits by the real clock.
 *
 * @example
 * await eventually(() => expect(mailer.sent).toHaveLength(1));
 */
export async function eventually<T>(
  assertion: () => T | PromiseLike<T>,
  { timeout = 1_000, interval = 10, signal }: EventuallyOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted();
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() + interval > deadline) throw explain(error, tries, timeout);
    }
    await pause(interval, signal);
  }
}

function explain(error: unknown, tries: number, timeout: number): unknown {
  if (error instanceof Error)
    error.message = `Still not so after ${timeout} ms and ${tries} tries: ${error.message}`;
  return error;
}
