import { Deadline } from '../deadline/deadline.ts';
import { whenOver } from '../deadline/when-over.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Thrown by `withTimeout` if an operation takes too long. The message names the operation.
 *
 * @example
 * const hanging = new Promise(() => undefined);
 * await expect(withTimeout(hanging, 20, 'the health check')).rejects.toThrow(OperationTimeoutError);
 */
export class OperationTimeoutError extends Error {
  override readonly name = 'OperationTimeoutError';

  constructor(operation: string, limit: string, options?: ErrorOptions) {
    super(`${operation} took longer than ${limit}`, options);
  }
}

/**
 * Waits for a promise with a time limit, which is longer on a busy machine. The error names the operation. A function
 * gets a signal that aborts at the end of the limit.
 *
 * @example
 * const http = fakeHttp({ get: { '/health': { status: 'ok' } } });
 * const response = await withTimeout((signal) => http.fetch('/health', { signal }), 500, 'the health check');
 * expect(response.status).toBe(200);
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
