import type { Role } from './role.ts';

/**
 * Someone acting in one organization. Services take their tenant from it and from nowhere else, so that no input can
 * name another one.
 */
export interface Actor {
  readonly userId: string;
  readonly organizationId: string;
  readonly role: Role;
}

/** Who may call a route: anyone, whoever is logged in, or members of the route's organization from a role upwards. */
export type RoutePolicy = 'public' | 'signed-in' | { readonly atLeast: Role };
