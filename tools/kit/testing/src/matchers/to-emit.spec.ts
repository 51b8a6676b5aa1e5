import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';

test('it detects events of emitters and event targets', async () => {
  const emitter = new EventEmitter();
  const target = new EventTarget();
  await expect(() => emitter.emit('ready')).toEmit(emitter, 'ready');
  await expect(async () => emitter.emit('n', 1, 'x')).toEmit(emitter, 'n', [1, expect.any(String)]);
  await expect(() => target.dispatchEvent(new Event('open'))).toEmit(target, 'open', [
    expect.objectContaining({ type: 'open' }),
  ]);
  await expect(() => emitter.emit('other')).not.toEmit(emitter, 'ready');
  expect(emitter.listenerCount('ready')).toBe(0);
});

test('it waits a little after the function has ended', async () => {
  const emitter = new EventEmitter();
  await expect(() => void setTimeout(() => emitter.emit('late'), 5)).toEmit(emitter, 'late');
});

test('it reports other emitted arguments', async () => {
  const emitter = new EventEmitter();
  await expect(expect(() => emitter.emit('n', 1)).toEmit(emitter, 'n', [2], { within: 4 })).rejects.toThrow(
    'expected the function to have "n" with [2] emitted; it was emitted with [1]',
  );
  await expect(expect(() => undefined).toEmit(emitter, 'n', undefined, { within: 4 })).rejects.toThrow(
    'expected the function to have "n" emitted; it was not emitted',
  );
});

test('negated, it reports the emitted arguments', async () => {
  const emitter = new EventEmitter();
  await expect(expect(() => emitter.emit('n', 1)).not.toEmit(emitter, 'n')).rejects.toThrow(
    'expected the function not to have "n" emitted, but it was emitted with [1]',
  );
});
