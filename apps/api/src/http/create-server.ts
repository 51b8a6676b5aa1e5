import { randomUUID } from 'node:crypto';
import { guardRoutes, type Identity, identityRoutes } from '@acme/identity';
import websocket from '@fastify/websocket';
import type { MikroORM } from '@mikro-orm/postgresql';
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { Infrastructure } from '../components/api-component.ts';
import type { Config } from '../config/read-config.ts';
import { answerProblem, answerProblems } from './answer-problems.ts';
import { prepareDrain } from './drain.ts';
import { harden } from './harden.ts';
import { healthRoutes } from './health-routes.ts';
import { closeIdleConnections } from './close-idle-connections.ts';
import { describeRoutes, docsPrefix } from './open-api.ts';
import { homePage } from './home-page.ts';

export interface ServerParts {
  readonly orm: MikroORM;
  readonly identity: Identity;
  readonly infrastructure: Infrastructure;
  readonly config: Config;
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { orm, identity, infrastructure, config } = parts;
  const app = fastify(optionsOf(config));
  closeIdleConnections(app);
  prepareDrain(app);
  app.removeContentTypeParser('text/plain');
  await harden(app, config);
  answerProblems(app);
  guardRoutes(app, { ...identity, publicPrefixes: [docsPrefix] });
  await app.register(websocket, { options: { handleProtocols, maxPayload: 1024 } });
  await describeRoutes(app);
  await app.register(homePage(config.demo));
  await app.register(healthRoutes(orm));
  await app.register(identityRoutes(identity));
  for (const serve of config.components) await app.register(serve(identity, infrastructure));
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

/** Neither headers nor the query: secrets travel in both, whatever we ask clients to do. */
function requestForLog({ method, url, ip }: FastifyRequest) {
  return { method, url: url.split('?', 1)[0] ?? '', remoteAddress: ip };
}

/** The token, which comes second, is not repeated in the answer. */
function handleProtocols(protocols: Set<string>): string | false {
  return protocols.has('bearer') && 'bearer';
}
