import { untilAborted } from './until-aborted.ts';

/** Thrown where something took too long; says what. */
export class OperationTimeoutError extends Error {
  override readonly name = 'OperationTimeoutError';

  constructor(operation: string, ms: number, options?: ErrorOptions) {
    super(`${operation} took longer than ${ms} ms`, options);
  }
}

/**
 * Waits for a promise, but not for ever. The error names the operation, so that a hanging test says what hangs. Given a function,
 * hands it a signal that aborts when the time is over.
 *
 * @example
 * await withTimeout(server.close(), 500, 'closing the server');
 * await withTimeout((signal) => fetch(url, { signal }), 500, 'the health check');
 */
export async function withTimeout<T>(
  promise: PromiseLike<T> | ((signal: AbortSignal) => PromiseLike<T>),
  ms: number,
  name: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new OperationTimeoutError(name, ms)), ms);
  const combined = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
  try {
    combined.throwIfAborted();
    return await untilAborted(typeof promise === 'function' ? promise(combined) : promise, combined);
  } finally {
    clearTimeout(timer);
  }
}
