import { expect, test } from 'vitest';
import { OperationTimeoutError, withTimeout } from './with-timeout.ts';

const never = new Promise<never>(() => undefined);

test('what is quick enough comes through, failures too', async () => {
  await expect(withTimeout(Promise.resolve(1), 50, 'it')).resolves.toBe(1);
  await expect(withTimeout(Promise.reject(new Error('own')), 50, 'it')).rejects.toThrow('own');
});

test('what is too slow fails by name', async () => {
  const waiting = withTimeout(never, 5, 'the health check');
  await expect(waiting).rejects.toThrow(/^the health check took longer than 5 ms\b/);
  await expect(waiting).rejects.toBeInstanceOf(OperationTimeoutError);
});

test('a function is told to stop', async () => {
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
