import { untilAborted } from './until-aborted.ts';

/** The outcome of concurrent tasks. */
export interface ConcurrentOutcome<T> {
  /** The results of the successful tasks, in the order of the tasks. */
  readonly results: T[];
  /** The errors of the failed tasks, in the order of the tasks. */
  readonly errors: Error[];
  readonly allSucceeded: boolean;
}

type Task<T> = PromiseLike<T> | (() => T | PromiseLike<T>);

/**
 * Starts all tasks at once and waits for all of them, including failing ones.
 *
 * @example
 * const { results, errors } = await runConcurrently([
 *   async () => 'joined',
 *   async () => {
 *     throw new Error('full');
 *   },
 * ]);
 * expect(results).toEqual(['joined']);
 * expect(errors).toEqual([new Error('full')]);
 */
export async function runConcurrently<T>(
  tasks: readonly Task<T>[],
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ConcurrentOutcome<T>> {
  signal?.throwIfAborted();
  const running = tasks.map((task) => (typeof task === 'function' ? startOf(task) : task));
  const outcomes = await untilAborted(Promise.allSettled(running), signal);
  const results = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value as T] : []));
  const errors = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [asError(outcome.reason)] : [],
  );
  return { results, errors, allSucceeded: errors.length === 0 };
}

/** Turns a synchronous exception of a task into a rejection. */
async function startOf<T>(task: () => T | PromiseLike<T>): Promise<T> {
  return task();
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason), { cause: reason });
}
