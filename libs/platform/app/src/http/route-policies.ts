import type { Actor, PublicErrorClass, RoutePolicy, Session } from '@acme/platform-contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The callers that the route accepts. There is no default: an app with a route without a policy does not start. */
    policy?: RoutePolicy;
    /** The errors that the route declares, in addition to those of its policy. */
    errors?: readonly PublicErrorClass[];
  }
  interface FastifyRequest {
    session: Session | null;
    actor: Actor | null;
  }
  interface FastifyInstance {
    authenticate: Authentication['authenticate'];
  }
}

/** How callers are authenticated. The identity component implements it. */
export interface Authentication {
  /** Sets the request's session or actor, as its route's policy requires, or rejects. */
  readonly authenticate: (request: FastifyRequest) => Promise<void>;
  /** Returns the errors with which `authenticate` rejects under a policy. */
  readonly errorsOf: (policy: Exclude<RoutePolicy, 'public'>) => readonly PublicErrorClass[];
}

interface Guard extends Authentication {
  /** Paths of plugins whose routes have no policies; they are public. */
  readonly publicPrefixes?: readonly string[];
}

/**
 * Enforces the policy of every route that is added to the app, before a request's body is read. Hooks that were added
 * earlier run first, so that rate limits also count rejected requests.
 */
export function guardRoutes(app: FastifyInstance, guard: Guard): void {
  const { authenticate, errorsOf, publicPrefixes = [] } = guard;
  app.decorate('authenticate', authenticate);
  app.decorateRequest('session', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', (route) => {
    if (publicPrefixes.some((prefix) => route.url.startsWith(prefix))) {
      route.config = { ...route.config, policy: 'public' };
    }
    const policy = validPolicy(`${route.method.toString()} ${route.url}`, route.url, route.config?.policy);
    if (policy === 'public') return;
    route.config = { ...route.config, errors: [...errorsOf(policy), ...(route.config?.errors ?? [])] };
    route.onRequest = [...[route.onRequest ?? []].flat(), (request) => authenticate(request)];
  });
}

/** Returns the session of a request to a route with the policy `signed-in`. */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new Error(`${unfitPolicy(request)} and no session. Expected 'signed-in'.`);
  return request.session;
}

/** Returns the actor of a request to a route of an organization. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor)
    throw new Error(`${unfitPolicy(request)} and no actor. Expected { atLeast: 'viewer' }.`);
  return request.actor;
}

function unfitPolicy({ url, routeOptions }: FastifyRequest): string {
  return `The route ${url} has the policy ${JSON.stringify(routeOptions.config.policy)}`;
}

/** Authenticates a request again: false once its user has logged out or was removed. For connections that stay open. */
export function isStillAuthorized(request: FastifyRequest): Promise<boolean> {
  return request.server.authenticate(request).then(
    () => true,
    () => false,
  );
}

function validPolicy(name: string, url: string, policy: RoutePolicy | undefined): RoutePolicy {
  const expected = "config: { policy: 'public' | 'signed-in' | { atLeast: 'viewer' } }";
  if (policy === undefined) throw new Error(`The route ${name} has no policy. Expected ${expected}.`);
  if ((typeof policy === 'object') !== url.includes('/:organizationId')) {
    throw new Error(
      `The route ${name} has the policy ${JSON.stringify(policy)}. ` +
        `Expected a role if its path has /:organizationId, and no role otherwise: ${expected}.`,
    );
  }
  return policy;
}
