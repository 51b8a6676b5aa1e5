import type { Role } from './role.ts';

/** The session of an authenticated user, in no particular organization. */
export interface Session {
  readonly id: string;
  readonly userId: string;
}

/**
 * A user who acts in one organization. Services take the tenant from the actor alone, so that no input can name
 * another tenant.
 */
export interface Actor {
  readonly userId: string;
  readonly organizationId: string;
  readonly role: Role;
}

/**
 * The callers that a route accepts: everyone, authenticated users, or members of the organization in its path who have
 * at least a role.
 */
export type RoutePolicy = 'public' | 'signed-in' | { readonly atLeast: Role };
