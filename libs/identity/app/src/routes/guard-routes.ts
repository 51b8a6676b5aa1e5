import {
  type Access,
  type Actor,
  type CallerErrorClass,
  OrganizationNotFoundError,
  RoleTooWeakError,
  roles,
  type RoutePolicy,
  type Session,
  type Sessions,
  UnauthenticatedError,
} from '@acme/identity-contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. There is no default: a route without a policy does not start. */
    policy?: RoutePolicy;
    /** What it refuses with, besides what its policy refuses with. */
    errors?: readonly CallerErrorClass[];
  }
  interface FastifyRequest {
    session: Session | null;
    actor: Actor | null;
  }
}

interface Guard {
  readonly sessions: Sessions;
  readonly access: Access;
  /** Paths of plugins that know nothing of policies, open to anyone. */
  readonly publicPrefixes?: readonly string[];
}

/**
 * Asks of every route of the app whom it serves, and lets nobody else in, before a body is read. Hooks that were told
 * of routes before come first: whoever is turned away has been counted by the rate limits.
 */
export function guardRoutes(app: FastifyInstance, { sessions, access, publicPrefixes = [] }: Guard): void {
  app.decorateRequest('session', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', (route) => {
    if (publicPrefixes.some((prefix) => route.url.startsWith(prefix))) {
      route.config = { ...route.config, policy: 'public' };
    }
    const policy = soundPolicy(`${route.method.toString()} ${route.url}`, route.url, route.config?.policy);
    if (policy === 'public') return;
    route.config = { ...route.config, errors: [...refusalsBy(policy), ...(route.config?.errors ?? [])] };
    route.onRequest = [...[route.onRequest ?? []].flat(), letIn];
  });

  async function letIn(request: FastifyRequest): Promise<void> {
    const { policy } = request.routeOptions.config;
    request.session = await sessions.identify(tokenOf(request));
    if (typeof policy === 'object') {
      request.actor = await access.enter(request.session, organizationIdOf(request), policy.atLeast);
    }
  }
}

export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new Error(`${request.url} is public: it has no session`);
  return request.session;
}

export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`${request.url} has no organization in its policy: it has no actor`);
  return request.actor;
}

function soundPolicy(name: string, url: string, policy: RoutePolicy | undefined): RoutePolicy {
  const mend = "config: { policy: 'public' | 'signed-in' | { atLeast: 'viewer' } }";
  if (policy === undefined)
    throw new Error(`The route ${name} does not say whom it serves. Give it ${mend}.`);
  if ((typeof policy === 'object') !== url.includes('/:organizationId')) {
    throw new Error(
      `The route ${name} takes a role exactly when its path has :organizationId. Mend its ${mend}.`,
    );
  }
  return policy;
}

function refusalsBy(policy: Exclude<RoutePolicy, 'public'>): CallerErrorClass[] {
  if (policy === 'signed-in') return [UnauthenticatedError];
  const ofMembers = [UnauthenticatedError, OrganizationNotFoundError];
  return policy.atLeast === roles[0] ? ofMembers : [...ofMembers, RoleTooWeakError];
}

/** Browsers can set no header on a WebSocket but its subprotocols: there the token comes second, after "bearer". */
function tokenOf({ headers }: FastifyRequest): string {
  const { authorization, upgrade, 'sec-websocket-protocol': protocols } = headers;
  const given = upgrade === 'websocket' ? protocols?.replace(/^bearer, */, 'Bearer ') : authorization;
  const token = /^Bearer ([\w-]{43})$/i.exec(given ?? '')?.[1];
  if (token === undefined) throw new UnauthenticatedError();
  return token;
}

function organizationIdOf({ params }: FastifyRequest): string {
  const { organizationId } = params as { organizationId: string };
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(organizationId))
    throw new OrganizationNotFoundError();
  return organizationId.toLowerCase();
}
