import {
  type Access,
  OrganizationNotFoundError,
  RoleTooWeakError,
  type Sessions,
  UnauthenticatedError,
} from '@acme/identity-contract';
import { type PublicErrorClass, type RoutePolicy, roles } from '@acme/platform-contract';
import type { FastifyRequest } from 'fastify';

export interface Authenticators {
  readonly sessions: Sessions;
  readonly access: Access;
}

/** Sets the request's session, or its actor if the route belongs to an organization. Reads both from the database. */
export async function authenticateRequest(
  request: FastifyRequest,
  { sessions, access }: Authenticators,
): Promise<void> {
  const { policy } = request.routeOptions.config;
  const token = tokenOf(request);
  if (typeof policy === 'object')
    request.actor = await access.authorize(token, organizationIdOf(request), policy.atLeast);
  else request.session = await sessions.identify(token);
}

/** Returns the errors with which `authenticateRequest` rejects under a policy. */
export function authenticationErrors(policy: Exclude<RoutePolicy, 'public'>): PublicErrorClass[] {
  if (policy === 'signed-in') return [UnauthenticatedError];
  const ofMembers = [UnauthenticatedError, OrganizationNotFoundError];
  return policy.atLeast === roles[0] ? ofMembers : [...ofMembers, RoleTooWeakError];
}

/** Browsers can set only the subprotocols of a WebSocket: there the token is the second one, after "bearer". */
function tokenOf({ headers }: FastifyRequest): string {
  const { authorization, upgrade, 'sec-websocket-protocol': protocols } = headers;
  const given = upgrade === 'websocket' ? protocols?.replace(/^bearer, */, 'Bearer ') : authorization;
  const token = /^Bearer ([\w-]{43})$/i.exec(given ?? '')?.[1];
  if (token === undefined) throw new UnauthenticatedError();
  return token;
}

/** A malformed id is treated as one that no organization has. */
function organizationIdOf({ params }: FastifyRequest): string {
  const { organizationId } = params as { organizationId: string };
  return uuid.test(organizationId) ? organizationId.toLowerCase() : nilUuid;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const nilUuid = '00000000-0000-0000-0000-000000000000';
