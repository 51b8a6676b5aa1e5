import { expect, test } from 'vitest';
import { WebhookSink } from './webhook-sink.ts';

async function deliver(sink: WebhookSink, body: string): Promise<number> {
  return (await fetch(`${sink.url}/hooks?a=1`, { method: 'POST', body, headers: { 'x-signature': 's' } }))
    .status;
}

test('it keeps deliveries, as JSON and raw', async () => {
  await using sink = await WebhookSink.start();
  expect(await deliver(sink, '{"id": 1}')).toBe(204);
  expect(await deliver(sink, 'text')).toBe(204);
  expect(sink.deliveries).toMatchObject([
    {
      method: 'POST',
      path: '/hooks?a=1',
      headers: { 'x-signature': 's' },
      raw: '{"id": 1}',
      body: { id: 1 },
    },
    { body: 'text' },
  ]);
});

test('it answers with the given statuses, and then normally', async () => {
  await using sink = await WebhookSink.start();
  sink.answerWith(500, 429);
  expect([await deliver(sink, '1'), await deliver(sink, '2'), await deliver(sink, '3')]).toEqual([
    500, 429, 204,
  ]);
});

test('the next delivery can be awaited, each once', async () => {
  await using sink = await WebhookSink.start();
  const waiting = sink.next();
  await deliver(sink, '1');
  await deliver(sink, '2');
  expect((await waiting).body).toBe(1);
  expect((await sink.next()).body).toBe(2);
});

test('a signal ends the wait', async () => {
  await using sink = await WebhookSink.start();
  const controller = new AbortController();
  const waiting = sink.next(controller.signal);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await deliver(sink, '1');
  expect((await sink.next()).body).toBe(1);
});
