import { randomUUID } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { Has } from '../protections.ts';
import { accountRoutes, type Mail } from './account-routes.ts';
import { authorize } from './authorize.ts';
import { documentOf } from './document.ts';
import { type Limits, limitRequests } from './limit-requests.ts';
import { memberRoutes } from './member-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { servePages } from './pages.ts';
import { answerErrors } from './problem.ts';
import { protectResponses } from './protect-responses.ts';
import type { Actor, Route } from './route.ts';
import type { Tenants } from './tenants.ts';

/** The parts of the server. */
export interface ServerParts {
  readonly has: Has;
  readonly tenants: Tenants;
  readonly limits: Limits;
  readonly mail: Mail;
  readonly log: (line: string) => void;
}

/** Creates the server of the fixture API. */
export function createServer(parts: ServerParts): FastifyInstance {
  const { has, mail } = parts;
  const app = fastify(optionsOf(parts)) as unknown as FastifyInstance;
  if (has('mediaTypes')) app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerErrors(has));
  app.setNotFoundHandler((request, reply) => {
    if (!has('notFoundProblems')) return reply.code(404).type('text/html').send(`No ${request.url}`);
    const body = { type: 'urn:problem:not-found', title: 'not-found', status: 404, code: 'not-found' };
    return reply.code(404).type('application/problem+json').send(body);
  });
  protectResponses(app, has);
  const routes = [
    ...accountRoutes(has, mail),
    ...ownRoutes(has),
    ...organizationRoutes(has),
    ...memberRoutes(has),
    ...noteRoutes(has),
  ];
  admit(app, routes, parts);
  if (!has('plainBodies')) decodeBodies(app);
  servePages(app, has);
  app.get('/docs/json', () => Promise.resolve(documentOf(routes, has)));
  for (const route of routes) addRoute(app, route, parts);
  return app;
}

function optionsOf({ has, log }: ServerParts): FastifyServerOptions {
  const write = (line: string): void => log(has('wholeLogLines') ? line : line.replaceAll('%0A', '\n'));
  const requestForLog = ({ method, url }: FastifyRequest): object => ({
    method,
    url: has('queriesOutOfLog') ? url.split('?', 1)[0] : url,
  });
  return {
    logger: { level: 'info', serializers: { req: requestForLog }, stream: { write } },
    genReqId: () => randomUUID(),
    trustProxy: !has('socketAddress'),
    bodyLimit: has('bodyLimit') ? 64 * 1024 : 1024 * 1024,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: !has('fieldTypes'), allErrors: false } },
    ...(has('badAddressProblems') && { frameworkErrors: answerErrors(has) }),
    ...(!has('methods') && { rewriteUrl: overrideMethod }),
  } as FastifyServerOptions;
}

function overrideMethod(request: {
  method?: string;
  url?: string;
  headers: NodeJS.Dict<string | string[]>;
}): string {
  request.method = String(request.headers['x-http-method-override'] ?? request.method);
  return request.url ?? '';
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** Counts each request and finds out who sends it, before its body is read. */
function admit(app: FastifyInstance, routes: readonly Route[], { has, limits, tenants }: ServerParts): void {
  const byName = new Map(routes.map((route) => [route.name, route]));
  const limit = limitRequests(limits, has);
  app.addHook('onRequest', async (request, reply) => {
    const route = byName.get(`${request.method} ${request.routeOptions.url?.replaceAll(/:(\w+)/g, '{$1}')}`);
    const isPublicWrite = route?.policy === 'public' && request.method === 'POST';
    if (has('earlyLimit')) limit(request, reply, isPublicWrite);
    if (route) actors.set(request, await authorize(request, route, tenants, has));
    if (!has('earlyLimit')) limit(request, reply, isPublicWrite);
  });
}

function decodeBodies(app: FastifyInstance): void {
  app.addHook('preParsing', async ({ headers }, _reply, payload) => {
    if (headers['content-encoding'] !== 'gzip') return payload;
    delete headers['content-length'];
    return payload.pipe(createGunzip());
  });
}

function addRoute(app: FastifyInstance, route: Route, { tenants }: ServerParts): void {
  const [method = '', path = ''] = route.name.split(' ');
  const ids = [...path.matchAll(/\{(?!organizationId)(\w+)\}/g)].map(
    ([, id]) => [id, { type: 'string', format: 'uuid' }] as const,
  );
  app.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: {
      ...(route.body && { body: route.body }),
      params: { type: 'object', properties: Object.fromEntries(ids) as object },
    },
    handler: async (request, reply) => {
      const body = (request.body ?? {}) as Record<string, string>;
      const params = request.params as Record<string, string>;
      const actor = actors.get(request) ?? {};
      const result: unknown = await route.handle({ actor, body, params, tenants });
      return reply.code(route.status).send(result ?? '');
    },
  });
}
