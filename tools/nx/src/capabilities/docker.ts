import { request } from 'node:http';

const patience = 500;

/** Whether a container engine answers its ping; one that accepts and never answers counts as absent. */
export async function dockerAnswers(host = process.env.DOCKER_HOST): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const ping = request({ ...address(host), path: '/_ping', timeout: patience }, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  ping.on('timeout', () => ping.destroy());
  ping.on('error', () => resolve(false));
  ping.on('close', () => resolve(false));
  ping.end();
  return promise;
}

function address(host: string | undefined) {
  if (host === undefined || host === '') return { socketPath: '/var/run/docker.sock' };
  const url = new URL(host);
  return url.protocol === 'unix:' ? { socketPath: url.pathname } : { host: url.hostname, port: url.port };
}
