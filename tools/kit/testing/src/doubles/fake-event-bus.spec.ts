import { expect, expectTypeOf, test, vi } from 'vitest';
import { FakeEventBus } from './fake-event-bus.ts';

interface Events extends Record<string, unknown> {
  readonly joined: { readonly user: string };
  readonly left: number;
}

test('subscribers get published events, and the events are kept', async () => {
  const bus = new FakeEventBus<Events>();
  const joined = vi.fn();
  const unsubscribe = bus.subscribe('joined', joined);
  await bus.publish('joined', { user: 'a' });
  await bus.publish('left', 1);
  unsubscribe();
  await bus.publish('joined', { user: 'b' });
  expect(joined.mock.calls).toEqual([[{ user: 'a' }]]);
  expect(bus.payloadsOf('joined')).toEqual([{ user: 'a' }, { user: 'b' }]);
  expect(bus.published.map(({ name }) => name)).toEqual(['joined', 'left', 'joined']);
  expectTypeOf(bus.payloadsOf('left')).toEqualTypeOf<number[]>();
});

test('publishing waits for handlers, and a failing one does not stop the others', async () => {
  const bus = new FakeEventBus<Events>();
  const seen: string[] = [];
  bus.subscribe('left', () => Promise.reject(new Error('broken')));
  bus.subscribe('left', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push('second');
  });
  await expect(bus.publish('left', 1)).rejects.toThrow('Handlers of "left" failed: 1');
  expect(seen).toEqual(['second']);
});
