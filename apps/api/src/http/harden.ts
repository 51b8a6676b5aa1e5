import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

export interface Hardening {
  readonly corsOrigins: readonly string[];
  readonly requestsPerMinute: number;
  readonly anonymousWritesPerMinute: number;
}

/** Headers, CORS and rate limits for every route. To be called before any route. */
export async function harden(app: FastifyInstance, hardening: Hardening): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false },
  });
  await app.register(cors, {
    origin: [...hardening.corsOrigins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  });
  limitAnonymousWrites(app, hardening.anonymousWritesPerMinute);
  await app.register(rateLimit, { max: hardening.requestsPerMinute, timeWindow: '1 minute' });
}

/** Guessing passwords and mailing strangers is what these routes invite to. The plugin reads what this leaves, so it comes first. */
function limitAnonymousWrites(app: FastifyInstance, max: number): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.policy !== 'public' || !route.method.toString().includes('POST')) return;
    route.config = { ...route.config, rateLimit: { max, timeWindow: '1 minute' } };
  });
}
