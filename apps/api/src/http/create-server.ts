import { guardRoutes, type Identity, identityRoutes } from '@acme/identity';
import type { MikroORM } from '@mikro-orm/postgresql';
import fastify, { type FastifyInstance } from 'fastify';
import { answerProblems } from './answer-problems.ts';
import { healthRoutes } from './health-routes.ts';
import { homeRoute } from './home-route.ts';
import { describeRoutes, docsPrefix } from './open-api.ts';

export interface ServerParts {
  readonly orm: MikroORM;
  readonly identity: Identity;
  readonly logLevel: string;
  /** Whether the demo tenants are there, so that the home page may name them. */
  readonly demo: boolean;
}

export async function createServer({ orm, identity, logLevel, demo }: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  });
  answerProblems(app);
  guardRoutes(app, { ...identity, publicPrefixes: [docsPrefix] });
  await describeRoutes(app);
  await app.register(homeRoute(demo));
  await app.register(healthRoutes(orm));
  await app.register(identityRoutes(identity));
  return app;
}
