import type { FastifyInstance } from 'fastify';

const interval = 50;

/**
 * While the server closes, connections are closed as their requests in flight are done. By itself it closes those that
 * are idle when it begins to, and waits for the others until their clients hang up.
 */
export function closeIdleConnections(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), interval);
    app.server.once('close', () => clearInterval(timer));
  });
}
