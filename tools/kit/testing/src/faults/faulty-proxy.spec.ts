import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FaultyProxy } from './faulty-proxy.ts';

let server: Server;
let proxy: FaultyProxy;

/** Says everything twice. */
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

it('passes on what is said, at an address like the server’s', async () => {
  const socket = await join();
  expect(await say(socket, 'a')).toBe('aa');
  expect(proxy.connections).toBe(1);
  expect(proxy.url).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+\/0\?x=1$/);
  socket.destroy();
});

it('cuts what is connected, and takes new connections', async () => {
  const socket = await join();
  await say(socket, 'a');
  proxy.cut();
  await once(socket, 'close');
  const second = await join();
  expect(await say(second, 'b')).toBe('bb');
  second.destroy();
});

it('refuses until it is healed', async () => {
  proxy.refuse();
  await once(await join(), 'close');
  proxy.heal();
  const socket = await join();
  expect(await say(socket, 'a')).toBe('aa');
  socket.destroy();
});

it('falls silent without a cut, and passes on when healed what was said meanwhile', async () => {
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

it('holds back what passes, in order', async () => {
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
  // Three words, there and back; a timer may fire a little early.
  expect(performance.now() - start).toBeGreaterThan(50);
  socket.destroy();
});
