import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Deadline } from '../../deadline/deadline.ts';
import { whenOver } from '../../deadline/when-over.ts';

export type Answer = 'ok' | 'absent' | 'silent';

/** Returns the address of the container engine: DOCKER_HOST, or the first of the usual sockets that exists. */
export function engineAddress(env: Readonly<Record<string, string | undefined>>): string {
  if (env.DOCKER_HOST) return env.DOCKER_HOST;
  if (process.platform === 'win32') return 'npipe:////./pipe/docker_engine';
  const usual = '/var/run/docker.sock';
  const runtime = env.XDG_RUNTIME_DIR;
  const sockets = [
    usual,
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(homedir(), '.docker/run/docker.sock'),
  ];
  return `unix://${sockets.find((path) => existsSync(path)) ?? usual}`;
}

/**
 * Pings the container engine with a time limit: a dead engine can accept a connection and never answer, and
 * Testcontainers would wait for ever.
 */
export function pingEngine(address: string, limit = 500): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const controller = new AbortController();
  const stop = whenOver(new Deadline(limit), () => controller.abort());
  const target = { ...targetOf(address), path: '/_ping', signal: controller.signal };
  const asked = request(target, (response) => {
    response.resume();
    resolve(response.statusCode === 200 ? 'ok' : 'silent');
  });
  asked.on('error', ({ name }) => resolve(name === 'AbortError' ? 'silent' : 'absent'));
  asked.end();
  return promise.finally(stop);
}

function targetOf(address: string): RequestOptions {
  const path = /^(?:unix|npipe):\/\/(.+)$/.exec(address)?.[1];
  if (path !== undefined) return { socketPath: path };
  const { hostname, port } = new URL(address);
  return { host: hostname, port: port || 2375 };
}
