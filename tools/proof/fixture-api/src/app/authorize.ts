import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';
import { type Actor, type Role, roles, type Route } from './route.ts';
import type { Tenants } from './tenants.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Finds out who sends a request, and rejects it if the policy of its route demands someone else. */
export async function authorize(
  request: FastifyRequest,
  { policy }: Pick<Route, 'policy'>,
  tenants: Tenants,
  has: Has,
): Promise<Actor> {
  if (policy === 'public') return {};
  const { organizationId } = request.params as { organizationId?: string };
  const organization = has('malformedIds') && !uuid.test(organizationId ?? '') ? undefined : organizationId;
  const token = tokenIn(request, has);
  const [entered] = token ? await enter(tenants, token, organization) : [];
  if (!entered) {
    if (has('guard')) throw new Problem(401, 'unauthenticated');
    return { ...(organization !== undefined && { organization }) };
  }
  const { session, member: user, role_there: role } = entered;
  if (policy === 'signed-in') return { session, user };
  if (has('membership') && role === null) await rejectOutsider(request, tenants, organization, has);
  if (has('roles') && role !== null && roles.indexOf(role) < roles.indexOf(policy))
    throw new Problem(403, 'role-too-weak');
  return { session, user, organization: organization ?? '' };
}

interface Entered {
  readonly session: string;
  readonly member: string;
  readonly role_there: Role | null;
}

function enter(tenants: Tenants, token: string, organization: string | undefined): Promise<Entered[]> {
  return tenants.query<Entered>('select * from app_enter($1, $2)', [hashOf(token), organization ?? null]);
}

async function rejectOutsider(
  request: FastifyRequest,
  tenants: Tenants,
  organization: string | undefined,
  has: Has,
): Promise<never> {
  if (!has('silentNotFound') || !has('namesOutOfLog')) {
    const [found] = await tenants.within({ organization: organization ?? '' }, async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from organizations where id = $1', [
        organization,
      ]);
      return rows;
    });
    if (found && !has('namesOutOfLog')) request.log.info(`rejected at ${found.name}`);
    if (found && !has('silentNotFound'))
      throw new Problem(404, 'organization-not-found', `You are no member of ${found.name}.`);
  }
  throw new Problem(404, 'organization-not-found');
}

/** The key under which the database knows a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function tokenIn({ headers, raw }: FastifyRequest, has: Has): string | undefined {
  const sent = has('firstHeader') ? headers.authorization : lastAuthorization(raw.rawHeaders);
  const cookie = has('headerTokens') ? undefined : headers.cookie?.replace('session=', 'Bearer ');
  const pattern = has('wholeTokens') ? /^Bearer ([\w-]{43})$/i : /([\w-]{43})/i;
  return pattern.exec(sent ?? cookie ?? '')?.[1];
}

function lastAuthorization(rawHeaders: readonly string[]): string | undefined {
  const at = rawHeaders.findLastIndex((name, index) => index % 2 === 0 && /^authorization$/i.test(name));
  return at < 0 ? undefined : rawHeaders[at + 1];
}
