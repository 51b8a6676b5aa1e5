/** Something that runs beside the test until it is told to stop. */
export interface BackgroundTask<T> extends AsyncDisposable {
  /** Settles when the task ends: by itself, or because it was stopped. */
  readonly done: Promise<T | undefined>;
  readonly isRunning: boolean;
  /** Tells the task to stop and waits until it has; rejects if it failed. */
  stop(): Promise<T | undefined>;
}

/**
 * Starts a worker loop, a consumer or the like, and stops it at the end of the scope: `await using`. Its own failure fails the
 * test there, and is not lost. Ending because of the signal is not a failure.
 *
 * @example
 * await using worker = backgroundTask((signal) => deliverAlerts({ signal }));
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
  // Whoever stops it hears of its failure; until then it is not an unhandled one.
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
