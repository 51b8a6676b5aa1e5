import { type Access, type Sessions, UnauthenticatedError } from '@acme/identity-contract';
import type { FastifyRequest } from 'fastify';

export interface Doorkeepers {
  readonly sessions: Sessions;
  readonly access: Access;
}

/** Asks the database who calls, and what they may do in the organization that the path names. */
export async function letIn(request: FastifyRequest, { sessions, access }: Doorkeepers): Promise<void> {
  const { policy } = request.routeOptions.config;
  const token = tokenOf(request);
  if (typeof policy === 'object')
    request.actor = await access.enter(token, organizationIdOf(request), policy.atLeast);
  else request.session = await sessions.identify(token);
}

/** Whether someone who was let in would be let in again: neither logged out since nor removed. */
export function isStillIn(request: FastifyRequest, doorkeepers: Doorkeepers): Promise<boolean> {
  return letIn(request, doorkeepers).then(
    () => true,
    () => false,
  );
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
  return uuid.test(organizationId) ? organizationId.toLowerCase() : nowhere;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** What is no id at all is looked for like one that nobody has. */
const nowhere = '00000000-0000-0000-0000-000000000000';
