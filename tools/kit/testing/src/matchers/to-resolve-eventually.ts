import type { MatcherState } from 'vitest';
import type { EventuallyOptions } from '../async/eventually.ts';
import { realPause } from '../async/until-aborted.ts';
import { waitLimit } from '../async/wait-limit.ts';
import { expectation, type Expectation, show } from './expectation.ts';

/**
 * Calls a function until its promise resolves, to the expected value if one is given. It waits as long as the test
 * may take; with `not`, the promise must not resolve for a second. Await it.
 *
 * @example
 * await expect(() => repository.find(id)).toResolveEventually(expect.objectContaining({ state: 'sent' }));
 */
export async function toResolveEventually(
  this: MatcherState,
  received: () => unknown,
  ...[expected, options = {}]: [expected?: unknown, options?: EventuallyOptions]
): Promise<Expectation> {
  const { timeout = this.isNot ? 1_000 : undefined, interval = 10, signal } = options;
  const limit = waitLimit(timeout);
  let last = await tryOnce(received);
  const isThere = () =>
    last.isResolved && (expected === undefined || this.equals(last.value, expected, this.customTesters));
  while (!isThere() && !limit.isOver()) {
    await realPause(interval, signal);
    last = await tryOnce(received);
  }
  const wanted = expected === undefined ? '' : ` to ${show.call(this, expected)}`;
  const ended = () => `${last.isResolved ? 'resolved to' : 'rejected with'} ${show.call(this, last.value)}`;
  return expectation(
    isThere(),
    () => `expected the function to resolve${wanted} ${limit.description()}; the last attempt ${ended()}`,
    () => `expected the function not to resolve${wanted} ${limit.description()}, but it ${ended()}`,
    expected === undefined ? {} : { actual: last.value, expected },
  );
}

async function tryOnce(run: () => unknown): Promise<{ isResolved: boolean; value: unknown }> {
  try {
    return { isResolved: true, value: await run() };
  } catch (error) {
    return { isResolved: false, value: error };
  }
}
