import * as real from 'node:timers';

/** A promise's outcome, or the reason of the signal if that aborts first; the promise's own failure is then nobody's concern. */
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

/** Waits; ends early with the reason of the signal. Where a test has stopped the clock, it waits until that is moved. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return waitBy(globalThis, ms, signal);
}

/** The same by the real clock, whatever a test does to its own. */
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
