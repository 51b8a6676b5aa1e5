import type { FastifyInstance } from 'fastify';
import type { Has } from '../protections.ts';

/** The one origin whose pages may read responses. */
export const allowedOrigin = 'https://app.example';

/** Sends the headers that protect people in browsers with every response. */
export function protectResponses(app: FastifyInstance, has: Has): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    reply.headers({
      'x-request-id': request.id,
      'content-security-policy': has('contentPolicy') ? "default-src 'none'" : 'default-src *',
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      ...(!has('hiddenSoftware') && { server: 'fixture' }),
    });
    if (origin !== undefined && (origin === allowedOrigin || !has('allowedOrigins')))
      reply.header('access-control-allow-origin', origin);
  });
}
