import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** Who may act in an organization, asked anew for each request. */
export interface Access {
  /**
   * @param token - what a log-in gave
   * @param needed - the weakest role that will do
   * @returns the user whose session the token opens, as an actor in the organization
   * @throws {@link UnauthenticatedError} when the token is malformed, unknown, closed or expired
   * @throws {@link OrganizationNotFoundError} when there is no such organization or the user is not a member of it
   * @throws {@link RoleTooWeakError} when the user is a member with a weaker role
   * @tenantScoped
   */
  enter(token: string, organizationId: string, needed: Role): Promise<Actor>;
}
