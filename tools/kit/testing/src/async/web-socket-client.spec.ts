import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { WebSocketClient } from './web-socket-client.ts';

async function echoServer() {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient: ({ req }, answer) => answer(req.headers.authorization !== 'wrong', 401),
  });
  await once(server, 'listening');
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      if (data.toString() === 'close') return socket.close(4001, 'bye');
      socket.send(data.toString());
      return undefined;
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

test('it sends and receives, text and JSON', async () => {
  await using server = await echoServer();
  await using client = await WebSocketClient.connect(server.url);
  client.send('hello');
  client.send({ n: 1 });
  client.send({ n: 2 });
  expect(await client.next()).toBe('hello');
  expect(await client.nextWhere((message) => (message as { n: number }).n === 2)).toEqual({ n: 2 });
  expect(client.received).toEqual(['hello', { n: 1 }, { n: 2 }]);
});

test('it reports how the connection was closed', async () => {
  await using server = await echoServer();
  await using client = await WebSocketClient.connect(server.url);
  const waiting = client.next();
  client.send('close');
  await expect(waiting).rejects.toThrow('The connection was closed (4001 bye) before another message came');
  expect(await client.closed).toEqual({ code: 4001, reason: 'bye' });
});

test('a rejected connection reports the status', async () => {
  await using server = await echoServer();
  const connecting = WebSocketClient.connect(server.url, { headers: { authorization: 'wrong' } });
  await expect(connecting).rejects.toThrow('The server rejected the WebSocket with status 401');
});

test('a signal ends the wait for a message', async () => {
  await using server = await echoServer();
  await using client = await WebSocketClient.connect(server.url);
  const controller = new AbortController();
  const waiting = client.next({ signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  expect(await client.close()).toMatchObject({ code: 1000 });
});
