import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { engineAddress, pingEngine } from './container-engine.ts';

const test = base.extend('socket', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-ping-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return join(folder, 'engine.sock');
});

describe('the ping of a container engine', () => {
  test('finds an engine that answers', async ({ socket }) => {
    await using _engine = await listen(
      createServer((asked, answer) => answer.writeHead(asked.url === '/_ping' ? 200 : 404).end('OK')),
      socket,
    );
    expect(await pingEngine(`unix://${socket}`)).toBe('ok');
  });

  test('stops waiting for an engine that accepts a connection and never answers', async ({ socket }) => {
    await using _engine = await listen(
      createServer(() => undefined),
      socket,
    );
    expect(await pingEngine(`unix://${socket}`, 50)).toBe('silent');
  });

  test('counts an error response as no answer', async ({ socket }) => {
    await using _engine = await listen(
      createServer((_, answer) => answer.writeHead(500).end()),
      socket,
    );
    expect(await pingEngine(`unix://${socket}`)).toBe('silent');
  });

  test('reports that no engine is there', async ({ socket }) => {
    expect(await pingEngine(`unix://${socket}`)).toBe('absent');
    expect(await pingEngine('tcp://127.0.0.1:1')).toBe('absent');
  });

  test('uses the address in DOCKER_HOST', () => {
    expect(engineAddress({ DOCKER_HOST: 'tcp://10.0.0.1:2375' })).toBe('tcp://10.0.0.1:2375');
  });
});

async function listen(server: Server, path: string): Promise<AsyncDisposable> {
  await new Promise<void>((done) => server.listen(path, done));
  return {
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
