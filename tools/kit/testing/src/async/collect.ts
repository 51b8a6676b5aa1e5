import { untilAborted } from './until-aborted.ts';

/**
 * The first `count` elements of an asynchronous iterable, or all of one that ends; then closes it.
 *
 * @example
 * const events = await collect(feed.events(), 3, { signal });
 */
export async function collect<T>(
  iterable: AsyncIterable<T>,
  count = Number.POSITIVE_INFINITY,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<T[]> {
  const iterator = iterable[Symbol.asyncIterator]();
  const elements: T[] = [];
  try {
    while (elements.length < count) {
      const step = await untilAborted(iterator.next(), signal);
      if (step.done) return elements;
      elements.push(step.value);
    }
    await iterator.return?.();
    return elements;
  } catch (error) {
    // A generator that is waiting cannot be closed before it goes on: do not wait for that.
    iterator.return?.()?.catch(() => undefined);
    throw error;
  }
}
