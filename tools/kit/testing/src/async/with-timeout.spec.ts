import { expect, test } from 'vitest';
import { OperationTimeoutError, withTimeout } from './with-timeout.ts';

const never = new Promise<never>(() => undefined);

test('a result in time is returned, failures too', async () => {
  await expect(withTimeout(Promise.resolve(1), 50, 'it')).resolves.toBe(1);
  await expect(withTimeout(Promise.reject(new Error('own')), 50, 'it')).rejects.toThrow('own');
});

test('an operation that takes too long fails with its name', async () => {
  const waiting = withTimeout(never, 5, 'the health check');
  await expect(waiting).rejects.toThrow(/^the health check took longer than 5 ms\b/);
  await expect(waiting).rejects.toBeInstanceOf(OperationTimeoutError);
});

test('a function gets an aborted signal', async () => {
  let given: AbortSignal | undefined;
  const waiting = withTimeout((signal) => ((given = signal), never), 5, 'it');
  await expect(waiting).rejects.toThrow('it took longer');
  expect(given?.aborted).toBe(true);
});

test('a signal ends the wait with its own reason', async () => {
  const controller = new AbortController();
  const waiting = withTimeout(never, 5_000, 'it', { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(withTimeout(never, 5_000, 'it', { signal: controller.signal })).rejects.toThrow('enough');
});
