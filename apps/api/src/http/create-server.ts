import { randomUUID } from 'node:crypto';
import { authenticateRequest, authenticationErrors, type Identity, identityRoutes } from '@acme/identity';
import { guardRoutes } from '@acme/platform';
import websocket from '@fastify/websocket';
import type { MikroORM } from '@mikro-orm/postgresql';
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { Infrastructure } from '../components/api-component.ts';
import type { Config } from '../config/read-config.ts';
import { answerProblem, answerProblems } from './answer-problems.ts';
import { healthRoutes } from './health-routes.ts';
import { homePage } from './home-page.ts';
import { secureHttp } from './http-security.ts';
import { describeRoutes, docsPrefix } from './open-api.ts';
import { prepareShutdown } from './shutdown.ts';

export interface ServerParts {
  readonly orm: MikroORM;
  readonly identity: Identity;
  readonly infrastructure: Infrastructure;
  readonly config: Config;
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { orm, identity, infrastructure, config } = parts;
  const app = fastify(optionsOf(config));
  prepareShutdown(app);
  app.removeContentTypeParser('text/plain');
  await secureHttp(app, config);
  answerProblems(app);
  guardRoutes(app, {
    authenticate: (request) => authenticateRequest(request, identity),
    errorsOf: authenticationErrors,
    publicPrefixes: [docsPrefix],
  });
  await app.register(websocket, { options: { handleProtocols, maxPayload: 1024 } });
  await describeRoutes(app);
  await app.register(homePage(config));
  await app.register(healthRoutes(orm));
  await app.register(identityRoutes(identity));
  for (const serve of config.components) await app.register(serve(infrastructure));
  return app;
}

function optionsOf({ logLevel, trustedProxies }: Config): FastifyServerOptions {
  return {
    logger: { level: logLevel, serializers: { req: requestForLog } },
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    frameworkErrors: answerProblem,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  };
}

/** Leaves out headers and the query, because both may contain secrets. */
function requestForLog({ method, url, ip }: FastifyRequest) {
  return { method, url: url.split('?', 1)[0] ?? '', remoteAddress: ip };
}

/** Answers with `bearer` alone: the answer must not contain the token, which is the second protocol. */
function handleProtocols(protocols: Set<string>): string | false {
  return protocols.has('bearer') && 'bearer';
}
