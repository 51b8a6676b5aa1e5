import { untilAborted } from './until-aborted.ts';

/** How several tasks that ran at the same time ended. */
export interface ConcurrentOutcome<T> {
  /** What those that succeeded answered, in the order of the tasks. */
  readonly results: T[];
  /** Why the others failed, in the order of the tasks. */
  readonly errors: Error[];
  readonly allSucceeded: boolean;
}

type Task<T> = PromiseLike<T> | (() => T | PromiseLike<T>);

/**
 * Starts all tasks at once and waits for all of them, whether they fail or not.
 *
 * @example
 * const { allSucceeded, errors } = await runConcurrently([() => join('a'), () => join('b')]);
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

/** A task that throws at once has failed like any other. */
async function startOf<T>(task: () => T | PromiseLike<T>): Promise<T> {
  return task();
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason), { cause: reason });
}
