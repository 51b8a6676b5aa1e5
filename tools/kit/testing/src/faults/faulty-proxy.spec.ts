import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaultyProxy } from './faulty-proxy.ts';

let server: Server;
let proxy: FaultyProxy;

/** A server that sends back every message twice. */
beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => socket.write(`${data.toString()}${data.toString()}`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await FaultyProxy.before(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}/0?x=1`);
});
afterEach(async () => {
  await proxy[Symbol.asyncDispose]();
  server.close();
  await once(server, 'close');
});

async function join(): Promise<Socket> {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function say(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

test('forwards data, at a URL like the server’s', async () => {
  const socket = await join();
  expect(await say(socket, 'a')).toBe('aa');
  expect(proxy.connections).toBe(1);
  expect(proxy.url).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+\/0\?x=1$/);
  socket.destroy();
});

test('cuts connections, and accepts new ones', async () => {
  const socket = await join();
  await say(socket, 'a');
  proxy.cut();
  await once(socket, 'close');
  const second = await join();
  expect(await say(second, 'b')).toBe('bb');
  second.destroy();
});

test('rejects connections until it is healed', async () => {
  proxy.refuse();
  await once(await join(), 'close');
  proxy.heal();
  const socket = await join();
  expect(await say(socket, 'a')).toBe('aa');
  socket.destroy();
});

test('holds data without closing connections, and forwards them when it is healed', async () => {
  const socket = await join();
  await say(socket, 'a');
  proxy.fallSilent();
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  socket.write('b');
  const waiting = await join();
  waiting.write('c');
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toBe('');
  proxy.heal();
  expect((await once(waiting, 'data')).toString()).toBe('cc');
  socket.destroy();
  waiting.destroy();
});

test('delays data, in order', async () => {
  const socket = await join();
  await say(socket, 'a');
  proxy.slowDown(10);
  const start = performance.now();
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  for (const word of ['b', 'c', 'd']) {
    socket.write(word);
    await once(socket, 'data');
  }
  expect(heard).toBe('bbccdd');
  // Three messages in both directions. A timer can fire a little early.
  expect(performance.now() - start).toBeGreaterThan(50);
  socket.destroy();
});
