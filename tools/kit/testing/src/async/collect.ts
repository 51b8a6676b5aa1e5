import { untilAborted } from './until-aborted.ts';

/**
 * Returns the first `count` elements of an asynchronous iterable, or all if it ends, and closes it.
 *
 * @example
 * async function* numbers() {
 *   for (let number = 1; ; number += 1) yield number;
 * }
 * expect(await collect(numbers(), 3)).toEqual([1, 2, 3]);
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
    // A waiting generator cannot be closed before it continues, so this does not wait.
    iterator.return?.()?.catch(() => undefined);
    throw error;
  }
}
