import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { portAnswers } from './port-answers.ts';

describe('whether a port answers', () => {
  test('depends on a listening program', async () => {
    const server = createServer((socket) => socket.end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await portAnswers(port)).toBe(true);
    await once(server.close(), 'close');
    expect(await portAnswers(port)).toBe(false);
  });
});
