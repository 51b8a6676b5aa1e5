import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether it still serves, but wants to be asked no more. */
    draining: boolean;
  }
}

/** Makes the server able to send its clients elsewhere before it closes. To be called before any route. */
export function prepareDrain(app: FastifyInstance): void {
  app.decorate('draining', false);
  app.addHook('onSend', async (_request, reply) => {
    if (app.draining) reply.header('connection', 'close');
  });
}

/**
 * Serves on for a while, says that it is not ready, and keeps no connection open: whoever balances the load has
 * the time to notice, and no request is lost.
 */
export async function drain(app: FastifyInstance, seconds: number): Promise<void> {
  app.draining = true;
  await sleep(seconds * 1_000);
}
