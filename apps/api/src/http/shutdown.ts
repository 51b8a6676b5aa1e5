import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** True while the server still serves requests, but reports that it is not ready. */
    draining: boolean;
  }
}

const timeout = 10_000;
const interval = 50;

/** Prepares the server for a shutdown without lost requests. Must be called before routes are added. */
export function prepareShutdown(app: FastifyInstance): void {
  app.decorate('draining', false);
  app.addHook('onSend', async (_request, reply) => {
    if (app.draining) reply.header('connection', 'close');
  });
  // Node closes only connections that are idle when the server starts to close: close the others when they become idle.
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), interval);
    app.server.once('close', () => clearInterval(timer));
  });
}

/**
 * Ends the server on SIGTERM, SIGINT, or when its parent process ends: it drains, rejects new requests and finishes
 * those in flight, but cuts them off after a timeout.
 */
export function stopOnSignal(app: FastifyInstance, drainSeconds: number): void {
  let stopping: Promise<void> | undefined;
  const begin = (): void => void (stopping ??= stop(app, drainSeconds));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, begin);
  process.once('disconnect', begin);
}

async function stop(app: FastifyInstance, drainSeconds: number): Promise<void> {
  if (process.connected) process.disconnect?.();
  await drain(app, drainSeconds);
  setTimeout(() => giveUp(app), timeout).unref();
  try {
    await app.close();
  } catch (error) {
    app.log.error({ err: error }, 'did not close cleanly');
    process.exitCode = 1;
  }
}

/** Serves for a while as not ready, without keep-alive, so that load balancers send no further requests. */
async function drain(app: FastifyInstance, seconds: number): Promise<void> {
  app.draining = true;
  await sleep(seconds * 1_000);
}

function giveUp(app: FastifyInstance): void {
  app.log.error(`requests were still in flight after ${timeout} ms; they are cut off`);
  process.exit(1);
}
