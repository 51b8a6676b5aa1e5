import * as real from 'node:timers';

/**
 * Waits for a promise, or rejects with the reason of the signal if that aborts first. A later failure of the promise
 * is ignored.
 */
export function untilAborted<T>(promise: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason as Error);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    promise.then(
      (value) => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      },
      (error: Error) => {
        signal?.removeEventListener('abort', abort);
        reject(error);
      },
    );
  });
}

/** Waits by the test's clock. Rejects early with the reason of the signal. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return waitBy(globalThis, ms, signal);
}

/** Waits by the real clock, even if the test has stopped its own. */
export function realPause(ms: number, signal?: AbortSignal): Promise<void> {
  return waitBy(real, ms, signal);
}

function waitBy(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<void>((resolve) => {
    timer = clock.setTimeout(resolve, ms);
  });
  return untilAborted(waiting, signal).finally(() => clock.clearTimeout(timer));
}

interface Clock {
  setTimeout(call: () => void, ms: number): NodeJS.Timeout;
  clearTimeout(timer: NodeJS.Timeout | undefined): void;
}
