import {
  type Actor,
  type CallerErrorClass,
  OrganizationNotFoundError,
  RoleTooWeakError,
  roles,
  type RoutePolicy,
  type Session,
  UnauthenticatedError,
} from '@acme/identity-contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Doorkeepers, letIn } from './let-in.ts';

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

interface Guard extends Doorkeepers {
  /** Paths of plugins that know nothing of policies, open to anyone. */
  readonly publicPrefixes?: readonly string[];
}

/**
 * Asks of every route of the app whom it serves, and lets nobody else in, before a body is read. Hooks that were told
 * of routes before come first: whoever is turned away has been counted by the rate limits.
 */
export function guardRoutes(app: FastifyInstance, { publicPrefixes = [], ...doorkeepers }: Guard): void {
  app.decorateRequest('session', null);
  app.decorateRequest('actor', null);
  app.addHook('onRoute', (route) => {
    if (publicPrefixes.some((prefix) => route.url.startsWith(prefix))) {
      route.config = { ...route.config, policy: 'public' };
    }
    const policy = soundPolicy(`${route.method.toString()} ${route.url}`, route.url, route.config?.policy);
    if (policy === 'public') return;
    route.config = { ...route.config, errors: [...refusalsBy(policy), ...(route.config?.errors ?? [])] };
    route.onRequest = [...[route.onRequest ?? []].flat(), (request) => letIn(request, doorkeepers)];
  });
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
