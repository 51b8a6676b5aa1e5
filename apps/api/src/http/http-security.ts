import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

export interface HttpSecurityOptions {
  readonly corsOrigins: readonly string[];
  readonly requestsPerMinute: number;
  readonly anonymousWritesPerMinute: number;
}

/** Adds security headers, CORS and rate limits to every route. Must be called before routes are added. */
export async function secureHttp(app: FastifyInstance, options: HttpSecurityOptions): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false },
  });
  await app.register(cors, {
    origin: [...options.corsOrigins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  });
  limitAnonymousWrites(app, options.anonymousWritesPerMinute);
  await app.register(rateLimit, { max: options.requestsPerMinute, timeWindow: '1 minute' });
}

/** Limits password guessing and mails to strangers. Must run before the rate-limit plugin, which reads the configuration. */
function limitAnonymousWrites(app: FastifyInstance, max: number): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.policy !== 'public' || !route.method.toString().includes('POST')) return;
    route.config = { ...route.config, rateLimit: { max, timeWindow: '1 minute' } };
  });
}
