/** Work that runs beside the test until it is stopped. */
export interface BackgroundTask<T> extends AsyncDisposable {
  /** Settles when the task ends, by itself or because it was stopped. */
  readonly done: Promise<T | undefined>;
  readonly isRunning: boolean;
  /** Stops the task and waits for its end. Rejects if it failed. */
  stop(): Promise<T | undefined>;
}

/**
 * Starts a worker loop or a consumer, and stops it at the end of the scope with `await using`. A failure of the task
 * fails the test at that point. Ending because of the signal is not a failure.
 *
 * @example
 * let rounds = 0;
 * await using worker = backgroundTask(async (signal) => {
 *   while (!signal.aborted) {
 *     rounds += 1;
 *     await new Promise(setImmediate);
 *   }
 * });
 * await eventually(() => expect(rounds).toBeGreaterThan(2));
 */
export function backgroundTask<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { signal }: { readonly signal?: AbortSignal } = {},
): BackgroundTask<T> {
  const controller = new AbortController();
  const combined = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
  let isRunning = true;
  const done = run(combined)
    .catch((error: unknown) => {
      if (combined.aborted && isAbort(error, combined)) return undefined;
      throw error;
    })
    .finally(() => {
      isRunning = false;
    });
  // Reported by `stop`, so it must not count as an unhandled rejection before.
  done.catch(() => undefined);
  const stop = () => {
    controller.abort();
    return done;
  };
  return {
    done,
    get isRunning() {
      return isRunning;
    },
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}

function isAbort(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.name === 'AbortError');
}
