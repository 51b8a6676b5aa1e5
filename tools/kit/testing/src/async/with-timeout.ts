import { Deadline } from '../deadline/deadline.ts';
import { whenOver } from '../deadline/when-over.ts';
import { untilAborted } from './until-aborted.ts';

/** Thrown where something took too long; says what. */
export class OperationTimeoutError extends Error {
  override readonly name = 'OperationTimeoutError';

  constructor(operation: string, limit: string, options?: ErrorOptions) {
    super(`${operation} took longer than ${limit}`, options);
  }
}

/**
 * Waits for a promise, but not for ever; a busy machine stretches the time. The error names the operation, so that a hanging
 * test says what hangs. Given a function, hands it a signal that aborts when the time is over.
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
  const deadline = new Deadline(ms);
  const stop = whenOver(deadline, () =>
    controller.abort(new OperationTimeoutError(name, deadline.description)),
  );
  const combined = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
  try {
    combined.throwIfAborted();
    return await untilAborted(typeof promise === 'function' ? promise(combined) : promise, combined);
  } finally {
    stop();
  }
}
